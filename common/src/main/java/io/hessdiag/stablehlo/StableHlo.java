package io.hessdiag.stablehlo;

import io.hessdiag.ir.Location;
import io.hessdiag.ir.Program;
import io.hessdiag.tensor.Ints;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** StableHLO module text to programs and back. */
public final class StableHlo {
    private static final Pattern SPLIT = Pattern.compile("(?m)^//[ \\t]*-----.*$");

    private StableHlo() {}

    /**
     * @param fileName named in errors
     * @throws StableHloException when the text is not a module
     */
    public static Module parse(String fileName, String text) {
        notBinary(fileName, text);
        SourceText source = new SourceText(fileName, text);
        return new ModuleParser(new Lexer(source, 0, text.length())).file();
    }

    /** Modules of a file whose parts are divided by lines {@code // -----}. */
    public static List<Module> parseAll(String fileName, String text) {
        notBinary(fileName, text);
        SourceText source = new SourceText(fileName, text);
        List<Module> modules = new ArrayList<>();
        Matcher split = SPLIT.matcher(text);
        int begin = 0;
        while (begin <= text.length()) {
            int end = split.find() ? split.start() : text.length();
            Module module = new ModuleParser(new Lexer(source, begin, end)).file();
            if (!module.functions().isEmpty()) {
                modules.add(module);
            }
            begin = end == text.length() ? end + 1 : split.end();
        }
        return modules;
    }

    private static void notBinary(String fileName, String text) {
        if (text.startsWith("ML\u00EF") || text.startsWith("ML\uFFFD") || text.indexOf('\0') >= 0) {
            throw new StableHloException(
                    new Location(fileName, 1, 1),
                    "not StableHLO text but binary; export with as_text() or mlir_module()");
        }
    }

    /**
     * A function as a program, private calls inlined.
     *
     * @throws UnsupportedException when an operation, type or argument is not supported
     * @throws StableHloException when the function does not hold together
     */
    public static Imported importFunction(Module module, String functionName) {
        Importer importer = new Importer(module, functionName, null);
        Function f = importer.function(functionName, module.at());
        Ints results = importer.call(f, importer.inputs(f), f.at());
        return new Imported(importer.builder().build(results), Importer.arguments(f));
    }

    /** The public functions that hand values to an expectation: the module's tests. */
    public static List<String> checkedFunctionNames(Module module) {
        return module.functions().values().stream()
                .filter(f -> !f.isPrivate() && CheckRules.areIn(module, f, new HashSet<>()))
                .map(Function::name)
                .toList();
    }

    /**
     * A function of a self-checking module; see {@link CheckedFunction}. Errors as above. Its f16
     * and bf16 results are rounded to these types, as the values it expects are.
     */
    public static CheckedFunction importChecked(Module module, String functionName) {
        Importer importer = new Importer(module, functionName, null).rounding();
        Function f = importer.function(functionName, module.at());
        importer.call(f, importer.inputs(f), f.at());
        return new CheckedFunction(
                importer.builder().build(importer.pairs()),
                Importer.arguments(f),
                List.copyOf(importer.expectations()));
    }

    /**
     * All that is not supported in the module's public functions and what they call, in the order
     * met.
     *
     * @throws StableHloException when a function does not hold together
     */
    public static List<Unsupported> unsupported(Module module) {
        List<Unsupported> found = new ArrayList<>();
        for (Function f : module.functions().values()) {
            if (!f.isPrivate() && f.body() != null) {
                Importer importer = new Importer(module, f.name(), found);
                importer.call(f, importer.inputs(f), f.at());
            }
        }
        return found;
    }

    /** Module text that {@link #parse} reads back: one function {@code @main}, JAX's style. */
    public static String print(Program program) {
        return new ModulePrinter(program).print();
    }
}
