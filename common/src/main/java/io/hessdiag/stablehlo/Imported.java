package io.hessdiag.stablehlo;

import io.hessdiag.ir.Program;
import java.util.List;

/** A function as a program; the arguments are the program's inputs, in order. */
public record Imported(Program program, List<Argument> arguments) {}
