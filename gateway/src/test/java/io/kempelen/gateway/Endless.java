package io.kempelen.gateway;

import java.io.InputStream;
import java.util.Arrays;

/** A body of so many bytes that exist nowhere. */
final class Endless extends InputStream {

    private long left;

    Endless(long size) {
        this.left = size;
    }

    @Override
    public int read() {
        return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (left <= 0) return -1;
        var size = (int) Math.min(length, left);
        Arrays.fill(buffer, offset, offset + size, (byte) 'x');
        left -= size;
        return size;
    }
}
