package io.kempelen.assignment.search;

/** In what order work is shown. Task ids grow with time, so the order of age is the order of ids. */
enum Sort {
    NEWEST("task_id < ?", "task_id DESC"),
    OLDEST("task_id > ?", "task_id"),
    REWARD("(reward_minor, task_id) < (?, ?)", "reward_minor DESC, task_id DESC");

    private final String after;
    private final String order;

    Sort(String after, String order) {
        this.after = after;
        this.order = order;
    }

    /** A condition on what comes after a position, with the position's parameters open. */
    String after(String table) {
        return qualified(after, table);
    }

    String order(String table) {
        return qualified(order, table);
    }

    private static String qualified(String sql, String table) {
        return sql.replace("reward_minor", table + ".reward_minor").replace("task_id", table + ".task_id");
    }
}
