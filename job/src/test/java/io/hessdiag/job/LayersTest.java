package io.hessdiag.job;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Spark stays where it belongs. */
class LayersTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.hessdiag.job");

    @Test
    void tasksConfigurationAndReportsDoNotUseSpark() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.hessdiag.job.task..",
                        "io.hessdiag.job.conf..",
                        "io.hessdiag.job.storage..",
                        "io.hessdiag.job.report..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "scala..")
                .check(CLASSES);
    }

    @Test
    void onlyTheDriverPackageAndTheMainClassKnowTheDriver() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.hessdiag.job.task..",
                        "io.hessdiag.job.conf..",
                        "io.hessdiag.job.storage..",
                        "io.hessdiag.job.report..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.hessdiag.job.driver..")
                .check(CLASSES);
    }

    @Test
    void dataKnowNoModelsAndModelsNoDriver() {
        noClasses()
                .that()
                .resideInAPackage("io.hessdiag.job.data..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.hessdiag.job.sparkml..", "io.hessdiag.job.driver..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("io.hessdiag.job.sparkml..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.hessdiag.job.driver..")
                .check(CLASSES);
    }

    @Test
    void nobodySetsTheMaster() {
        noClasses()
                .should()
                .callMethodWhere(
                        JavaCall.Predicates.target(
                                HasName.Predicates.nameMatching("master|setMaster")))
                .check(CLASSES);
    }
}
