package backtalk.dialogue;

/** Represents a button of a message: its label and its callback data (at most 64 bytes). */
public record Button(String label, String data) {

  /** Marks a button that opens the private chat with a check and sends no callback. */
  public static final String PRIVATELY = "privately";

  static Button privately(String label) {
    return new Button(label, PRIVATELY);
  }
}
