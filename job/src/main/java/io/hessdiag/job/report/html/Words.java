package io.hessdiag.job.report.html;

import io.hessdiag.job.report.Figures;
import io.hessdiag.tensor.Shape;
import java.util.stream.Collectors;

/** Numbers and names as the page has them. */
final class Words {
    private static final int LONGEST_PATH = 120;

    private Words() {}

    /** Four digits; a dash for what is no number. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return value == 0 ? "0" : minus(Figures.format("%.3e", value));
    }

    /** Two digits. */
    static String small(double value) {
        return value == 0 ? "0" : Figures.format("%.1e", value);
    }

    /** All digits of a key's value. */
    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Figures.format("%,.0f", value)
                : Double.toString(value).replace(".0E", "e").replace('E', 'e');
    }

    /** With a sign that is as wide as a digit. */
    static String minus(String number) {
        return number.startsWith("-") ? "−" + number.substring(1) : number;
    }

    /** The middle of a long one left out. */
    static String path(String path) {
        return shortened(path, LONGEST_PATH);
    }

    static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int half = longest / 2;
        return text.substring(0, half) + " … " + text.substring(text.length() - half);
    }

    static String shape(Shape shape) {
        return shape.rank() == 0
                ? "scalar"
                : shape.dims().stream().mapToObj(Figures::count).collect(Collectors.joining(" × "));
    }

    /** {@code 1 leaf}, {@code 2,000 leaves}. */
    static String count(long number, String one, String many) {
        return Figures.count(number) + " " + (number == 1 ? one : many);
    }

    /** A coordinate to a tenth of a pixel. */
    static String at(double coordinate) {
        String text = Figures.format("%.1f", coordinate);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
