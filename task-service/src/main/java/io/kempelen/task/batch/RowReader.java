package io.kempelen.task.batch;

import io.kempelen.task.batch.domain.Columns;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Stops reading when one row goes on for too long, so that a forgotten quote cannot fill the memory. */
final class RowReader extends FilterReader {

    /** Some rows over the limit are still read whole, to say which column is too long. */
    private static final long MOST_CHARS = 4L * Columns.ROW_BYTES;

    private long charsOfRow;

    RowReader(Reader in) {
        super(in);
    }

    /** The row is longer than anything that is ever read. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** What was read ahead counts for no row, so the limit is exact to the size of the parser's buffer. */
    void newRow() {
        charsOfRow = 0;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int chars = super.read(buffer, offset, length);
        count(chars);
        return chars;
    }

    private void count(int chars) throws IOException {
        charsOfRow += Math.max(0, chars);
        if (charsOfRow > MOST_CHARS) throw new TooLong();
    }
}
