package io.hessdiag.plan.corpus;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Records by the types of their components, which are booleans, integers from 1 up, enums, records
 * and lists: drawing them, making them simpler, and listing their parts.
 */
public final class Records {
    private static final int LARGEST = 4;

    private Records() {}

    /** All record classes under a sealed interface. */
    private static <T> List<Class<? extends T>> kinds(Class<T> type) {
        return type.isRecord()
                ? List.of(type)
                : Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(c -> kinds(c.asSubclass(type)).stream())
                        .<Class<? extends T>>map(c -> c.asSubclass(type))
                        .toList();
    }

    // Drawing.

    /** A record of a kind that is drawn the more often the more choices it has. */
    static <T> T draw(Class<T> type, Random random) {
        List<Class<? extends T>> kinds = kinds(type);
        int at = random.nextInt(kinds.stream().mapToInt(Records::weight).sum());
        for (Class<? extends T> kind : kinds) {
            at -= weight(kind);
            if (at < 0) {
                return type.cast(make(kind, types(kind).map(t -> value(t, random)).toArray()));
            }
        }
        throw new IllegalStateException("weights do not add up");
    }

    private static int weight(Class<?> kind) {
        return 3 + types(kind).mapToInt(t -> t.isEnum() ? t.getEnumConstants().length : 2).sum();
    }

    private static Object value(Class<?> type, Random random) {
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        if (type == int.class) {
            return 1 + random.nextInt(LARGEST);
        }
        Object[] constants = type.getEnumConstants();
        return constants[random.nextInt(constants.length)];
    }

    // Making simpler.

    /** The record with one thing less: a list's element, or what a component was. */
    static <R extends Record> List<R> simpler(R record) {
        List<Class<?>> types = types(record.getClass()).toList();
        Object[] values = values(record).toArray();
        List<R> out = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            for (Object less : less(types.get(i), values[i])) {
                Object[] changed = values.clone();
                changed[i] = less;
                out.add(like(record, changed));
            }
        }
        return out;
    }

    private static List<?> less(Class<?> type, Object value) {
        boolean oneOfSeveral = type.isInterface() && type.isSealed();
        if (!oneOfSeveral || kinds(type).get(0) == value.getClass()) {
            return less(value);
        }
        return Stream.concat(Stream.of(least(type)), less(value).stream()).toList();
    }

    /** false, 1, an enum's first constant, a sealed interface's first kind with these. */
    private static Object least(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 1;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        Class<?> kind = kinds(type).get(0);
        return make(kind, types(kind).map(Records::least).toArray());
    }

    private static List<?> less(Object value) {
        if (value instanceof List<?> list) {
            return lessOf(list);
        }
        if (value instanceof Record record) {
            return simpler(record);
        }
        if (value instanceof Integer n && n > 1) {
            return n == 2 ? List.of(1) : List.of(1, n - 1);
        }
        if (value instanceof Enum<?> e) {
            Object first = least(e.getDeclaringClass());
            return e == first ? List.of() : List.of(first);
        }
        return Boolean.TRUE.equals(value) ? List.of(false) : List.of();
    }

    private static List<?> lessOf(List<?> list) {
        List<List<Object>> out = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            out.add(replaced(list, i, List.of()));
        }
        for (int i = 0; i < list.size(); i++) {
            for (Object less : less(list.get(i))) {
                out.add(replaced(list, i, List.of(less)));
            }
        }
        return out;
    }

    private static List<Object> replaced(List<?> list, int i, List<?> by) {
        List<Object> out = new ArrayList<>(list);
        out.remove(i);
        out.addAll(i, by);
        return out;
    }

    // Parts.

    /** Classes of records and constants of enums that a record of this type may have in it. */
    public static Stream<Object> possibleParts(Class<?> type) {
        return kinds(type).stream()
                .flatMap(
                        kind ->
                                Stream.concat(
                                        Stream.of(kind),
                                        types(kind)
                                                .filter(Class::isEnum)
                                                .flatMap(e -> Stream.of(e.getEnumConstants()))));
    }

    /** Those that it has. */
    public static Stream<Object> parts(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().flatMap(Records::parts);
        }
        if (value instanceof Record record) {
            return Stream.concat(
                    Stream.of(record.getClass()), values(record).flatMap(Records::parts));
        }
        return value instanceof Enum<?> ? Stream.of(value) : Stream.of();
    }

    // Components.

    private static Stream<Class<?>> types(Class<?> kind) {
        return Arrays.stream(kind.getRecordComponents()).map(RecordComponent::getType);
    }

    private static Stream<Object> values(Record record) {
        return Arrays.stream(record.getClass().getRecordComponents()).map(c -> value(record, c));
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <R extends Record> R like(R record, Object[] values) {
        return (R) make(record.getClass(), values);
    }

    private static Object make(Class<?> kind, Object[] values) {
        try {
            Constructor<?> c = kind.getDeclaredConstructor(types(kind).toArray(Class<?>[]::new));
            return c.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
