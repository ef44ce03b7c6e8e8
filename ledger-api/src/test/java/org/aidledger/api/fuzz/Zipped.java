package org.aidledger.api.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Changes what is inside a zip, which noise on the packed bytes never reaches. */
final class Zipped {

    private Zipped() {}

    static byte[] spoiled(byte[] zip, Noise noise, SplittableRandom random) {
        Map<String, byte[]> parts = parts(zip);
        List<Map.Entry<String, byte[]>> all = List.copyOf(parts.entrySet());
        Map.Entry<String, byte[]> one = all.get(random.nextInt(all.size()));
        switch (random.nextInt(12)) {
            case 0 -> parts.remove(one.getKey());
            case 1 -> parts.put(one.getKey(), all.get(random.nextInt(all.size())).getValue());
            default -> parts.put(one.getKey(), noise.spoiled(one.getValue()));
        }
        return packed(parts);
    }

    private static Map<String, byte[]> parts(byte[] zip) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    private static byte[] packed(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
