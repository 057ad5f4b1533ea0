package backtalk.dialogue;

/** A button: what it says, and what it carries back when tapped (at most 64 bytes). */
public record Button(String label, String data) {}
