package backtalk.studio;

import org.jspecify.annotations.Nullable;

/**
 * Holds what a person does on the phone; one of the four.
 *
 * @param text words or a command
 * @param label label of a tapped button, {@code data} its callback data, and {@code message} the id
 *     of its message
 * @param days days that pass in silence
 * @param restart true to begin a new chat
 */
record UserAction(
    @Nullable String text,
    @Nullable String label,
    @Nullable String data,
    long message,
    int days,
    boolean restart) {}
