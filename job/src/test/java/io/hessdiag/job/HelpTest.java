package io.hessdiag.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.job.conf.JobConfReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What {@code --help} says. */
class HelpTest {
    private static CommandSpec root() {
        return new CommandLine(new HessianDiagonalJob()).getCommandSpec();
    }

    static Set<String> commands() {
        return root().subcommands().keySet();
    }

    private static String help(String... words) {
        List<Object> all = new ArrayList<>(List.of(words));
        all.add("--help");
        Outcome outcome = Outcome.of(all.toArray());
        assertEquals(0, outcome.exitCode(), outcome.err());
        assertTrue(outcome.out().lines().allMatch(l -> l.length() <= 100), outcome.out());
        return outcome.out();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandTellsItsArgumentsOptionsExamplesAndExitCodes(String command) {
        String help = help(command);
        CommandSpec spec = root().subcommands().get(command).getCommandSpec();
        for (ArgSpec arg : spec.args()) {
            assertTrue(String.join("", arg.description()).length() > 10, arg + " is explained");
        }
        for (OptionSpec option : spec.options()) {
            String after = option.arity().max() > 0 ? "=" + option.paramLabel() : " ";
            assertTrue(
                    help.contains("  " + String.join(", ", option.names()) + after), option + help);
        }
        for (PositionalParamSpec argument : spec.positionalParameters()) {
            assertTrue(help.contains(argument.paramLabel()), argument + help);
        }
        assertTrue(help.contains("\nExamples:\n  ./submit.sh"), help);
        assertTrue(help.contains(" " + command + " "), help);
        assertHasExitCodes(help);
    }

    private static void assertHasExitCodes(String help) {
        for (int code = 0; code <= 4; code++) {
            assertTrue(help.matches("(?s).*\nExit codes.*\n  " + code + " +\\w.*"), help);
        }
    }

    @Test
    void theJobTellsItsCommandsAndExitCodes() {
        String help = help();
        for (String command : commands()) {
            assertTrue(help.contains("\n  " + command + " "), help);
        }
        assertHasExitCodes(help);
    }

    /** Each key has a line of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"run", "explain", "bench"})
    void whatTakesSettingsTellsAllOfThem(String command) {
        List<String> lines = help(command).lines().map(String::strip).toList();
        for (String key : JobConfReader.keys()) {
            assertEquals(1, lines.stream().filter(l -> l.startsWith(key + "=")).count(), key);
        }
        assertTrue(lines.stream().anyMatch(l -> l.startsWith("data.options.NAME=")));
        assertFalse(lines.stream().anyMatch(l -> l.endsWith("=")), "keys keep their values");
    }
}
