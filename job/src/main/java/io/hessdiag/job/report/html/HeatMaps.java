package io.hessdiag.job.report.html;

import io.hessdiag.derived.HeatMap;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Heat maps as images in SVG, a pixel per cell. Signs have colours of their own; the smaller a
 * cell's magnitude the more of the page shows through, light or dark as that may be.
 */
final class HeatMaps {
    /** What is less than this share of the largest is as faint as that. */
    static final double LEAST_SHARE = 1e-4;

    private static final int SIZE = 240;
    private static final int LEAST_CELL = 4;
    private static final int LARGEST_CELL = 24;

    private static final int SHADES = 32;
    private static final double FAINTEST = 0.06;
    private static final int ZERO = 0;
    private static final int MISSING = 1;
    private static final int POSITIVE = 2;
    private static final int NEGATIVE = POSITIVE + SHADES;
    private static final int[] POSITIVE_RGB = {43, 127, 212};
    private static final int[] NEGATIVE_RGB = {222, 102, 20};
    private static final int[] MISSING_RGB = {128, 128, 128};
    private static final int MISSING_ALPHA = 72;

    private HeatMaps() {}

    static void draw(Markup page, HeatMap map, String label) {
        int width = cell(map.cellColumns()) * map.cellColumns();
        int height = cell(map.cellRows()) * map.cellRows();
        Histograms.svg(page, width + 2, height + 2, "heat", label);
        page.element("title", label);
        page.empty(
                "image",
                "x",
                "1",
                "y",
                "1",
                "width",
                Integer.toString(width),
                "height",
                Integer.toString(height),
                "preserveAspectRatio",
                "none",
                "href",
                "data:image/png;base64," + Base64.getEncoder().encodeToString(png(map)));
        page.empty(
                "rect",
                "class",
                "frame",
                "x",
                "0.5",
                "y",
                "0.5",
                "width",
                Integer.toString(width + 1),
                "height",
                Integer.toString(height + 1));
        page.close();
    }

    private static int cell(int cells) {
        return Math.max(LEAST_CELL, Math.min(LARGEST_CELL, SIZE / cells));
    }

    private static byte[] png(HeatMap map) {
        int columns = map.cellColumns();
        BufferedImage image =
                new BufferedImage(
                        columns, map.cellRows(), BufferedImage.TYPE_BYTE_INDEXED, palette());
        double largest = map.largest();
        double least = least(map);
        for (int i = 0; i < map.cells().length; i++) {
            int colour = colour(map.cells()[i], least, largest);
            image.getRaster().setSample(i % columns, i / columns, 0, colour);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The magnitude that the faintest colour stands for. */
    static double least(HeatMap map) {
        return Math.max(map.smallest(), LEAST_SHARE * map.largest());
    }

    private static int colour(double value, double least, double largest) {
        if (Double.isNaN(value)) {
            return MISSING;
        }
        if (value == 0) {
            return ZERO;
        }
        double level =
                least == largest
                        ? 1
                        : 1
                                - StrictMath.log(Math.abs(value) / largest)
                                        / StrictMath.log(least / largest);
        int shade = (int) Math.round(Math.max(0, level) * (SHADES - 1));
        return (value > 0 ? POSITIVE : NEGATIVE) + shade;
    }

    private static IndexColorModel palette() {
        byte[] rgba = new byte[4 * (NEGATIVE + SHADES)];
        put(rgba, ZERO, MISSING_RGB, 0);
        put(rgba, MISSING, MISSING_RGB, MISSING_ALPHA);
        for (int s = 0; s < SHADES; s++) {
            double share = FAINTEST + (1 - FAINTEST) * s / (SHADES - 1);
            put(rgba, POSITIVE + s, POSITIVE_RGB, (int) Math.round(255 * share));
            put(rgba, NEGATIVE + s, NEGATIVE_RGB, (int) Math.round(255 * share));
        }
        return new IndexColorModel(8, rgba.length / 4, rgba, 0, true);
    }

    private static void put(byte[] rgba, int colour, int[] rgb, int alpha) {
        for (int c = 0; c < rgb.length; c++) {
            rgba[4 * colour + c] = (byte) rgb[c];
        }
        rgba[4 * colour + 3] = (byte) alpha;
    }
}
