package backtalk.dialogue;

/** Whose dialogue it is: the channel's number for the chat. Never written out in clear. */
public record ChatId(long value) {

  /** Says nothing of the number, so that no log or exception can carry it. */
  @Override
  public String toString() {
    return "chat";
  }
}
