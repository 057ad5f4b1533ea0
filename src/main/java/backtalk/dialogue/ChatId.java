package backtalk.dialogue;

/** Identifies a chat by the channel's number. It is never written out in clear. */
public record ChatId(long value) {

  /** Hides the number, so that no log or exception contains it. */
  @Override
  public String toString() {
    return "chat";
  }
}
