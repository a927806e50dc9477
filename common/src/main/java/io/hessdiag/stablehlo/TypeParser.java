package io.hessdiag.stablehlo;

import io.hessdiag.ir.Location;
import io.hessdiag.stablehlo.Lexer.Kind;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Types. What is no ranked tensor of a known element type is kept as text with the reason. */
final class TypeParser {
    private final Lexer lexer;
    private final Map<String, ValueType> aliases = new HashMap<>();

    TypeParser(Lexer lexer) {
        this.lexer = lexer;
    }

    void define(String alias, ValueType type) {
        aliases.put(alias, type);
    }

    /** {@code type ::= tensor | function | '!' name ['<' … '>'] | word ['<' … '>']}. */
    ValueType type() {
        lexer.enter();
        Location at = lexer.at();
        int start = lexer.start();
        ValueType type;
        if (lexer.is("tensor")) {
            type = tensor();
        } else if (lexer.is('(')) {
            type = other(start, at, function());
        } else if (lexer.kind() == Kind.TYPE || lexer.kind() == Kind.WORD) {
            type = named(start, at);
        } else {
            throw lexer.expected("a type");
        }
        lexer.leave();
        return type;
    }

    private ValueType named(int start, Location at) {
        ValueType alias = aliases.get(lexer.text());
        lexer.advance();
        if (alias != null) {
            return alias;
        }
        if (lexer.is('<')) {
            lexer.takeBalanced();
        }
        return other(start, at, null);
    }

    private ValueType other(int start, Location at, Operation.Signature function) {
        String text = lexer.source().substring(start, lexer.start()).strip();
        return new ValueType(
                text, null, function, "values of type " + text + " are not supported", at);
    }

    /** {@code function ::= '(' [type {',' type}] ')' '->' (type | '(' [type {',' type}] ')')}. */
    Operation.Signature function() {
        List<ValueType> inputs = parenthesised();
        lexer.take(Kind.ARROW, "'->'");
        return new Operation.Signature(
                true, inputs, lexer.is('(') ? parenthesised() : List.of(type()));
    }

    private List<ValueType> parenthesised() {
        lexer.expect('(');
        List<ValueType> types = new ArrayList<>();
        while (!lexer.accept(')')) {
            if (!types.isEmpty()) {
                lexer.expect(',');
            }
            types.add(type());
        }
        return types;
    }

    /**
     * What follows an operation's colon: {@code function | type {',' type} ['->' results]}; JAX's
     * printer leaves the parentheses of CHLO ops' operand types out.
     */
    Operation.Signature signature() {
        if (lexer.is('(')) {
            return function();
        }
        List<ValueType> types = new ArrayList<>();
        do {
            types.add(type());
        } while (lexer.accept(','));
        if (lexer.kind() != Kind.ARROW) {
            return new Operation.Signature(false, types, List.of());
        }
        lexer.advance();
        return new Operation.Signature(
                true, types, lexer.is('(') ? parenthesised() : List.of(type()));
    }

    /** {@code tensor ::= 'tensor' '<' {(number | '?') 'x'} element [',' encoding] '>'}. */
    private ValueType tensor() {
        Location at = lexer.at();
        int start = lexer.start();
        lexer.advance();
        if (!lexer.is('<')) {
            throw lexer.expected("'<'");
        }
        long[] dims = dimensions(lexer.start() + 1);
        String element = lexer.text();
        if (lexer.kind() != Kind.WORD && lexer.kind() != Kind.TYPE && !lexer.is('*')) {
            throw lexer.expected("an element type");
        }
        int close = lexer.balanced(lexer.source().indexOf('<', start));
        lexer.resume(close);
        String text = lexer.source().substring(start, close);
        DType dtype = DType.named(element).orElse(null);
        String problem = problem(text, dims, element, dtype);
        return problem != null
                ? new ValueType(text, null, null, problem, at)
                : new ValueType(text, new TensorType(dtype, shape(dims)), null, null, at);
    }

    private static Shape shape(long[] dims) {
        return new Shape(Ints.of(Arrays.stream(dims).mapToInt(Math::toIntExact).toArray()));
    }

    private static String problem(String text, long[] dims, String element, DType dtype) {
        if (element.equals("*") || Arrays.stream(dims).anyMatch(d -> d < 0)) {
            return text + " has a dynamic shape; export with concrete shapes";
        }
        if (dtype == null) {
            return text
                    + ": elements of type "
                    + element
                    + " are not supported; export with real"
                    + " float, integer or boolean types";
        }
        try {
            shape(dims);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return text + " has more than 2147483647 elements";
        }
        return null;
    }

    /** Reads sizes from {@code offset}, −1 for {@code ?}; the element type is current then. */
    private long[] dimensions(int offset) {
        String s = lexer.source();
        long[] dims = new long[8];
        int rank = 0;
        int p = offset;
        while (p < lexer.end()) {
            int q = p;
            while (q < lexer.end() && (Character.isDigit(s.charAt(q)) || s.charAt(q) == '?')) {
                q++;
            }
            if (q == p || q >= lexer.end() || s.charAt(q) != 'x') {
                break;
            }
            if (rank == dims.length) {
                dims = Arrays.copyOf(dims, 2 * rank);
            }
            dims[rank++] = size(s.substring(p, q));
            p = q + 1;
        }
        lexer.resume(p);
        return Arrays.copyOf(dims, rank);
    }

    private static long size(String digits) {
        if (digits.contains("?")) {
            return -1;
        }
        return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    }
}
