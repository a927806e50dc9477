package io.hessdiag.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Values computed with 60 digits and rounded once; tolerances in units in the last place. */
class SpecialFunctionsTest {
    private static void agree(UnaryKernel f, double ulps, double[][] table) {
        for (double[] row : table) {
            double found = Kernels.unary(f, Tensor.scalar(row[0])).get(0);
            near(f + "(" + row[0] + ")", row[1], found, ulps);
        }
    }

    private static void agree(BinaryKernel f, double ulps, double[][] table) {
        for (double[] row : table) {
            double found = Kernels.binary(f, Tensor.scalar(row[0]), Tensor.scalar(row[1])).get(0);
            near(f + "(" + row[0] + ", " + row[1] + ")", row[2], found, ulps);
        }
    }

    private static void near(String what, double expected, double found, double ulps) {
        double error = Math.abs(found - expected) / Math.ulp(expected);
        assertTrue(
                error <= ulps,
                what + ": expected " + expected + ", found " + found + ", " + error + " ulp");
    }

    @Test
    void exponential() {
        agree(
                UnaryKernel.EXPONENTIAL,
                1,
                new double[][] {
                    {-744.5, 5e-324},
                    {-708.5, 2.006132305331306e-308},
                    {-100.3, 2.7559000653565687e-44},
                    {-1.0, 0.36787944117144233},
                    {-1e-05, 0.9999900000499998},
                    {0.3, 1.3498588075760032},
                    {0.7, 2.0137527074704766},
                    {1.0, 2.718281828459045},
                    {2.5, 12.182493960703473},
                    {88.7, 3.325986980250579e+38},
                    {700.1, 1.120899771073261e+304},
                    {709.7, 1.6549840276802644e+308}
                });
    }

    @Test
    void exponentialMinusOne() {
        agree(
                UnaryKernel.EXPONENTIAL_MINUS_ONE,
                2,
                new double[][] {
                    {-38.0, -1.0},
                    {-5.5, -0.995913228561536},
                    {-1.0, -0.6321205588285577},
                    {-0.35, -0.29531191028128656},
                    {-0.01, -0.009950166250831947},
                    {-1e-09, -9.999999995e-10},
                    {1e-300, 1e-300},
                    {1e-12, 1.0000000000005e-12},
                    {0.1, 0.10517091807564763},
                    {0.34, 0.4049475905635938},
                    {0.36, 0.43332941456034024},
                    {1.0, 1.7182818284590453},
                    {20.0, 485165194.4097903},
                    {709.7, 1.6549840276802644e+308}
                });
    }

    @Test
    void logarithm() {
        agree(
                UnaryKernel.LOG,
                1,
                new double[][] {
                    {4e-320, -735.440946529854},
                    {1e-300, -690.7755278982137},
                    {0.1, -2.3025850929940455},
                    {0.5, -0.6931471805599453},
                    {0.7, -0.35667494393873245},
                    {0.7072, -0.3464417676587033},
                    {0.999, -0.0010005003335835344},
                    {1.0000001, 9.999999505838704e-08},
                    {1.4, 0.3364722366212129},
                    {1.5, 0.4054651081081644},
                    {10.0, 2.302585092994046},
                    {1e+300, 690.7755278982137}
                });
    }

    @Test
    void logPlusOne() {
        agree(
                UnaryKernel.LOG_PLUS_ONE,
                2,
                new double[][] {
                    {-0.9999999, -16.118095651484676},
                    {-0.5, -0.6931471805599453},
                    {-0.3, -0.35667494393873234},
                    {-0.29, -0.3424903089467759},
                    {-0.001, -0.0010005003335835335},
                    {-1e-16, -1e-16},
                    {1e-300, 1e-300},
                    {1e-17, 1e-17},
                    {1e-09, 9.999999995e-10},
                    {0.2, 0.18232155679395465},
                    {0.41, 0.3435897043900769},
                    {0.42, 0.35065687161316933},
                    {1.0, 0.6931471805599453},
                    {10000000000.0, 23.025850930040455},
                    {1e+300, 690.7755278982137}
                });
    }

    @Test
    void tanh() {
        agree(
                UnaryKernel.TANH,
                2,
                new double[][] {
                    {1e-300, 1e-300},
                    {1e-09, 1e-09},
                    {0.01, 0.00999966667999946},
                    {0.17, 0.16838104587081473},
                    {0.2, 0.197375320224904},
                    {0.5, 0.46211715726000974},
                    {-0.55, -0.5005202111902353},
                    {-1.0, -0.7615941559557649},
                    {2.0, 0.9640275800758169},
                    {5.0, 0.9999092042625951},
                    {18.0, 0.9999999999999996},
                    {21.0, 1.0}
                });
    }

    @Test
    void logistic() {
        agree(
                UnaryKernel.LOGISTIC,
                2,
                new double[][] {
                    {-744.0, 1e-323},
                    {-700.0, 9.85967654375977e-305},
                    {-40.0, 4.248354255291589e-18},
                    {-5.0, 0.0066928509242848554},
                    {-0.1, 0.47502081252106},
                    {0.0, 0.5},
                    {0.1, 0.52497918747894},
                    {5.0, 0.9933071490757152},
                    {36.0, 0.9999999999999998},
                    {40.0, 1.0}
                });
    }

    @Test
    void erf() {
        agree(
                UnaryKernel.ERF,
                2,
                new double[][] {
                    {1e-300, 1.1283791670955126e-300},
                    {1e-09, 1.1283791670955127e-09},
                    {0.1, 0.1124629160182849},
                    {0.3, 0.3286267594591274},
                    {-0.5, -0.5204998778130465},
                    {0.7, 0.6778011938374184},
                    {0.99, 0.8385080695553698},
                    {1.0, 0.8427007929497149},
                    {1.01, 0.8468104962282768},
                    {-1.5, -0.9661051464753108},
                    {2.0, 0.9953222650189527},
                    {3.0, 0.9999779095030014},
                    {5.0, 0.9999999999984626},
                    {6.0, 1.0}
                });
    }

    @Test
    void erfc() {
        agree(
                UnaryKernel.ERFC,
                4,
                new double[][] {
                    {-6.0, 2.0},
                    {-2.0, 1.9953222650189528},
                    {-0.7, 1.6778011938374184},
                    {-0.3, 1.3286267594591274},
                    {0.1, 0.887537083981715},
                    {0.49, 0.4883317388114769},
                    {0.5, 0.4795001221869535},
                    {0.75, 0.28884436634648486},
                    {1.0, 0.15729920705028513},
                    {1.5, 0.033894853524689274},
                    {2.0, 0.004677734981047266},
                    {5.0, 1.537459794428035e-12},
                    {10.0, 2.088487583762545e-45},
                    {20.0, 5.395865611607901e-176},
                    {26.0, 5.663192408856143e-296},
                    {27.0, 5.23705e-319}
                });
    }

    @Test
    void erfInv() {
        agree(
                UnaryKernel.ERF_INV,
                3,
                new double[][] {
                    {1e-300, 8.86226925452758e-301},
                    {1e-09, 8.86226925452758e-10},
                    {0.1, 0.08885599049425769},
                    {-0.3, -0.2724627147267543},
                    {0.499, 0.47582428088309237},
                    {0.5, 0.4769362762044699},
                    {0.7, 0.7328690779592167},
                    {0.9, 1.1630871536766743},
                    {0.99, 1.8213863677184494},
                    {-0.9999, -2.75106390571208},
                    {0.99999999, 4.052237243268763},
                    {0.9999999999999, 5.261483331372676}
                });
    }

    @Test
    void lgamma() {
        agree(
                UnaryKernel.LGAMMA,
                4,
                new double[][] {
                    {1e-300, 690.7755278982137},
                    {1e-09, 20.723265836369194},
                    {0.1, 2.252712651734206},
                    {0.49, 0.592249629335267},
                    {0.5, 0.5723649429247001},
                    {0.9, 0.06637623973474295},
                    {1.001, -0.0005763935982833062},
                    {1.4616, -0.12148629003589732},
                    {1.5, -0.12078223763524522},
                    {1.999, -0.0004224618006921073},
                    {2.1, 0.04543773854448518},
                    {2.5, 0.2846828704729192},
                    {3.0, 0.6931471805599453},
                    {5.5, 3.9578139676187165},
                    {9.99, 12.779315214350193},
                    {10.0, 12.801827480081469},
                    {50.0, 144.5657439463449},
                    {100000.0, 1051287.7089736569},
                    {1e+300, 6.897755278982137e+302},
                    {-0.5, 1.2655121234846454},
                    {-1.3, 1.2024757863901114},
                    {-3.7, -1.3797399049658245},
                    {-10.1, -13.0209732710115},
                    {-100.25, -363.4009232278215}
                });
    }

    @Test
    void digamma() {
        agree(
                UnaryKernel.DIGAMMA,
                4,
                new double[][] {
                    {1e-05, -100000.57719921567},
                    {0.1, -10.423754940411076},
                    {0.5, -1.9635100260214235},
                    {1.0, -0.5772156649015329},
                    {1.4, -0.06138454458511624},
                    {2.0, 0.42278433509846713},
                    {3.5, 1.103156640645243},
                    {9.9, 2.2411803166063815},
                    {10.0, 2.251752589066721},
                    {100.0, 4.600161852738087},
                    {1000000.0, 13.815510057964191},
                    {-1.5, 0.7031566406452432},
                    {-0.3, 2.113309779635399},
                    {-2.75, -1.959055264977997},
                    {-10.1, 12.030052248548309},
                    {-1000.3, 9.191055669255658}
                });
    }

    @Test
    void asinh() {
        agree(
                UnaryKernel.ASINH,
                3,
                new double[][] {
                    {1e-300, 1e-300},
                    {1e-09, 1e-09},
                    {0.1, 0.09983407889920756},
                    {-1.0, -0.881373587019543},
                    {10.0, 2.99822295029797},
                    {1000000000.0, 21.416413017506358},
                    {1e+300, 691.4686750787737}
                });
    }

    @Test
    void acosh() {
        agree(
                UnaryKernel.ACOSH,
                3,
                new double[][] {
                    {1.0, 0.0},
                    {1.0000001, 0.0004472135919037347},
                    {1.5, 0.9624236501192069},
                    {2.0, 1.3169578969248168},
                    {10.0, 2.993222846126381},
                    {1000000000.0, 21.416413017506358},
                    {1e+300, 691.4686750787737}
                });
    }

    @Test
    void atanh() {
        agree(
                UnaryKernel.ATANH,
                3,
                new double[][] {
                    {1e-300, 1e-300},
                    {1e-09, 1e-09},
                    {0.1, 0.10033534773107558},
                    {-0.5, -0.5493061443340549},
                    {0.9, 1.4722194895832204},
                    {0.999999, 7.254328619247669}
                });
    }

    @Test
    void polygamma() {
        agree(
                BinaryKernel.POLYGAMMA,
                8,
                new double[][] {
                    {0.0, 3.5, 1.103156640645243}, {1.0, 0.1, 101.43329915079275},
                    {1.0, 1.0, 1.6449340668482264}, {1.0, 2.5, 0.49035775610023485},
                    {1.0, 30.0, 0.033895060357739946}, {2.0, 0.5, -16.82879664423432},
                    {2.0, 4.0, -0.0800397322451145}, {3.0, 0.7, 25.879149678427737},
                    {5.0, 12.0, 0.00011820829051081491}, {10.0, 1.5, -42108.85876897549},
                    {1.0, -0.5, 8.934802200544679}, {2.0, -1.3, 68.54941347116214},
                    {3.0, -2.6, 283.53838059773574}
                });
    }

    @Test
    void zeta() {
        agree(
                BinaryKernel.ZETA,
                8,
                new double[][] {
                    {2.0, 1.0, 1.6449340668482264}, {3.0, 1.0, 1.2020569031595942},
                    {1.0001, 1.0, 10000.577222947539}, {1.5, 0.2, 13.459632324391384},
                    {2.5, 3.7, 0.11475814214741722}, {4.0, 10.5, 0.00033168103952405906},
                    {20.0, 1.0, 1.0000009539620338}, {50.0, 0.5, 1125899906842624.0},
                    {2.0, 1000000.0, 1.0000005000001667e-06}, {2.0, -0.5, 8.934802200544679},
                    {3.0, -2.25, -61.94847488703008}, {30.0, 29.0, 2.127991355761436e-44}
                });
    }

    /** f(NaN), f(∞), f(-∞), f(0), f(-0) as IEEE 754 and C99's annex F have them. */
    @Test
    void limits() {
        double inf = Double.POSITIVE_INFINITY;
        double nan = Double.NaN;
        limits(UnaryKernel.EXPONENTIAL, nan, inf, 0, 1, 1);
        limits(UnaryKernel.EXPONENTIAL_MINUS_ONE, nan, inf, -1, 0.0, -0.0);
        limits(UnaryKernel.LOG, nan, inf, nan, -inf, -inf);
        limits(UnaryKernel.LOG_PLUS_ONE, nan, inf, nan, 0.0, -0.0);
        limits(UnaryKernel.TANH, nan, 1, -1, 0.0, -0.0);
        limits(UnaryKernel.LOGISTIC, nan, 1, 0, 0.5, 0.5);
        limits(UnaryKernel.SQRT, nan, inf, nan, 0.0, -0.0);
        limits(UnaryKernel.RSQRT, nan, 0, nan, inf, -inf);
        limits(UnaryKernel.CBRT, nan, inf, -inf, 0.0, -0.0);
        limits(UnaryKernel.ERF, nan, 1, -1, 0.0, -0.0);
        limits(UnaryKernel.ERFC, nan, 0, 2, 1, 1);
        limits(UnaryKernel.ERF_INV, nan, nan, nan, 0.0, -0.0);
        limits(UnaryKernel.LGAMMA, nan, inf, inf, inf, inf);
        limits(UnaryKernel.DIGAMMA, nan, inf, nan, nan, nan);
        limits(UnaryKernel.ASINH, nan, inf, -inf, 0.0, -0.0);
        limits(UnaryKernel.ACOSH, nan, inf, nan, nan, nan);
        limits(UnaryKernel.ATANH, nan, nan, nan, 0.0, -0.0);
        limits(UnaryKernel.SIGN, nan, 1, -1, 0.0, -0.0);
        limits(UnaryKernel.RELU, nan, inf, 0, 0.0, 0.0);
        limits(UnaryKernel.SINE, nan, nan, nan, 0.0, -0.0);
        limits(UnaryKernel.FLOOR, nan, inf, -inf, 0.0, -0.0);
        limits(UnaryKernel.ROUND_NEAREST_AFZ, nan, inf, -inf, 0.0, -0.0);
        limits(UnaryKernel.ABS, nan, inf, inf, 0.0, 0.0);
        limits(UnaryKernel.NEGATE, nan, -inf, inf, -0.0, 0.0);
    }

    private static void limits(UnaryKernel f, double... expected) {
        Tensor x =
                Tensor.of(
                        Shape.of(5),
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY,
                        0.0,
                        -0.0);
        assertEquals(Tensor.of(Shape.of(5), expected), Kernels.unary(f, x), f.name());
    }

    @Test
    void theEndsOfTheRangeAreReached() {
        Tensor x =
                Tensor.of(
                        Shape.of(6),
                        709.782712893384,
                        709.782712893385,
                        -745.13,
                        -745.14,
                        Double.MIN_VALUE,
                        Double.MAX_VALUE);
        double[] exp = Kernels.unary(UnaryKernel.EXPONENTIAL, x).doubles();
        assertEquals(Double.POSITIVE_INFINITY, exp[1]);
        assertTrue(Double.isFinite(exp[0]) && exp[2] == Double.MIN_VALUE && exp[3] == 0);
        assertEquals(
                Double.MIN_VALUE, Kernels.unary(UnaryKernel.EXPONENTIAL_MINUS_ONE, x).doubles()[4]);
        assertEquals(Double.MIN_VALUE, Kernels.unary(UnaryKernel.LOG_PLUS_ONE, x).doubles()[4]);
        assertEquals(Double.MIN_VALUE, Kernels.unary(UnaryKernel.TANH, x).doubles()[4]);
        assertEquals(-744.4400719213812, Kernels.unary(UnaryKernel.LOG, x).doubles()[4]);
    }

    @Test
    void polesAndDomainsAreThoseOfChlo() {
        assertEquals(Double.POSITIVE_INFINITY, Gamma.lgamma(-3));
        assertTrue(Double.isNaN(Gamma.digamma(-3)));
        assertTrue(Double.isNaN(Gamma.polygamma(0.5, 1)));
        assertTrue(Double.isNaN(Gamma.polygamma(-1, 1)));
        assertEquals(Double.POSITIVE_INFINITY, Gamma.polygamma(1, -2));
        assertEquals(Double.POSITIVE_INFINITY, Gamma.zeta(1, 2));
        assertTrue(Double.isNaN(Gamma.zeta(0.5, 2)));
        assertEquals(Double.POSITIVE_INFINITY, Gamma.zeta(2, -1));
        assertTrue(Double.isNaN(Gamma.zeta(3, -1)));
        assertTrue(Double.isNaN(Gamma.zeta(2.5, -0.5)));
        assertEquals(1, Gamma.zeta(Double.POSITIVE_INFINITY, 1));
        assertEquals(0, Gamma.zeta(2, Double.POSITIVE_INFINITY));
        assertEquals(Double.POSITIVE_INFINITY, Erf.erfInv(1));
        assertEquals(Double.NEGATIVE_INFINITY, Erf.erfInv(-1));
        assertTrue(Double.isNaN(Erf.erfInv(1.5)));
    }

    /** An element's bits may not depend on where it stands or on how many stand around it. */
    @Test
    void bitsDoNotDependOnThePosition() {
        double[] x = new double[700];
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.sin(i) * Math.exp(i % 13 - 6);
        }
        for (UnaryKernel f : UnaryKernel.values()) {
            if (!f.isFloat()) {
                continue;
            }
            double[] whole = new double[x.length];
            f.run(x, 0, whole, 0, x.length);
            double[] one = new double[1];
            double[] place = x.clone();
            f.run(place, 0, place, 0, x.length);
            for (int i = 0; i < x.length; i++) {
                f.run(x, i, one, 0, 1);
                assertEquals(whole[i], one[0], f + " of " + x[i]);
                assertEquals(whole[i], place[i], f + " in place of " + x[i]);
            }
        }
    }

    @Test
    void f32IsTheRoundedF64() {
        float[] x = new float[600];
        double[] wide = new double[600];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) Math.sin(i) * 4;
            wide[i] = x[i];
        }
        for (UnaryKernel f : UnaryKernel.values()) {
            if (f.isFloat()) {
                float[] narrow = new float[600];
                double[] exact = new double[600];
                f.run(x, 0, narrow, 0, 600);
                f.run(wide, 0, exact, 0, 600);
                for (int i = 0; i < x.length; i++) {
                    assertEquals((float) exact[i], narrow[i], f + " of " + x[i]);
                }
            }
        }
    }
}
