package io.hessdiag.stablehlo;

import io.hessdiag.ir.Program;
import java.util.List;

/**
 * A function that checks itself. The program's outputs 2i and 2i + 1 are the actual and the
 * expected value of expectation i; what the function returns is left out.
 */
public record CheckedFunction(
        Program program, List<Argument> arguments, List<Expectation> expectations) {}
