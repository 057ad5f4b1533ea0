package backtalk.dialogue;

/** A button: what it says, and what it carries back when tapped (at most 64 bytes). */
public record Button(String label, String data) {

  /** What a button carries that opens the private chat with a check, rather than coming back. */
  public static final String PRIVATELY = "privately";

  static Button privately(String label) {
    return new Button(label, PRIVATELY);
  }
}
