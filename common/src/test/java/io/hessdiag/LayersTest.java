package io.hessdiag;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The package table: each package may use what its row names, and nothing else of this project. */
class LayersTest {
    private static final String BASE = "io.hessdiag.";
    private static final Set<String> ALL =
            Set.of(
                    "tensor",
                    "kernel",
                    "ir",
                    "stablehlo",
                    "pytree",
                    "format",
                    "eval",
                    "ad",
                    "rewrite",
                    "examples",
                    "curvature",
                    "derived",
                    "loss",
                    "plan");
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.hessdiag");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "tensor, -",
                "kernel, tensor",
                "ir, tensor",
                "stablehlo, tensor ir",
                "pytree, tensor",
                "format, tensor pytree",
                "eval, tensor kernel ir",
                "ad, tensor ir",
                "rewrite, tensor ir",
                "examples, tensor ir",
                "curvature, tensor ir ad",
                "derived, tensor",
                "loss, tensor kernel ir stablehlo pytree format eval ad rewrite examples curvature",
                "plan, tensor kernel ir stablehlo pytree format eval ad rewrite examples curvature"
                        + " loss"
            })
    void packageUsesOnlyItsRow(String name, String allowed) {
        Set<String> forbidden = new TreeSet<>(ALL);
        forbidden.remove(name);
        if (allowed != null) {
            forbidden.removeAll(Set.of(allowed.split(" ")));
        }
        noClasses()
                .that()
                .resideInAPackage(BASE + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        forbidden.stream().map(p -> BASE + p + "..").toArray(String[]::new))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void everyPackageHasARow() {
        Set<String> found =
                CLASSES.stream()
                        .map(JavaClass::getPackageName)
                        .map(p -> p.substring(BASE.length()).replaceFirst("\\..*", ""))
                        .collect(Collectors.toCollection(TreeSet::new));
        found.removeAll(ALL);
        assertEquals(Set.of(), found);
    }

    @Test
    void nothingHereUsesSpark() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "scala..")
                .check(CLASSES);
    }
}
