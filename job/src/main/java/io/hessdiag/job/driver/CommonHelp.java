package io.hessdiag.job.driver;

import picocli.CommandLine.Command;

/** What the help of every command has: a mixin. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Versions.class,
        parameterListHeading = "%nArguments:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading =
                "%nExit codes; when it is not 0, the last line on stderr is the cause:%n",
        exitCodeList = {
            "0:done",
            "1:something else went wrong; a check failed",
            "2:wrong command line or configuration; a method that cannot serve a leaf; the output"
                    + " exists or cannot be written",
            "3:bad input: a bundle, module or number that cannot be used",
            "4:the audit failed"
        },
        footerHeading = "%nExamples:%n")
public final class CommonHelp {}
