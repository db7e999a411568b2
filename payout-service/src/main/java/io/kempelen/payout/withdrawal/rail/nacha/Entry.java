package io.kempelen.payout.withdrawal.rail.nacha;

import io.kempelen.payout.withdrawal.rail.Order;

/** One payout in a file, under a trace number of which seven digits are ours: the end of the payout's running number. */
record Entry(long sequence, Order order, Receiver receiver) {

    static final long SEQUENCES = 10_000_000;

    private static final int ID_WIDTH = 15;

    static Entry of(Order order) {
        return new Entry(Math.floorMod(order.number(), SEQUENCES), order, Receiver.of(order.to()));
    }

    /** As it is summed up into hashes. */
    long bank() {
        return Long.parseLong(receiver.routingNumber().substring(0, 8));
    }

    String line(String odfiId) {
        return new Line()
                .word(1, "6")
                .word(2, receiver.type().credit())
                .word(9, receiver.routingNumber())
                .word(17, receiver.accountNumber())
                .number(10, order.amount())
                .word(ID_WIDTH, tail(order.payoutId()))
                .word(22, receiver.name())
                .blank(2)
                .word(1, "0")
                .word(8, odfiId)
                .number(7, sequence)
                .end();
    }

    /** The end of an id: its beginning is the time, which neighbours share. */
    private static String tail(String id) {
        return id.substring(Math.max(0, id.length() - ID_WIDTH));
    }
}
