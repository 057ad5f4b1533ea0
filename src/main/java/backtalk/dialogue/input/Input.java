package backtalk.dialogue.input;

/** Represents an input of a person, on whatever channel. */
public sealed interface Input {

  /** Lists how a text has arrived. */
  enum Manner {
    /** Typed text, or the caption of a picture. */
    TYPED,
    /** An edited message; only its red flags count. */
    EDITED,
    /** Another person's text; it records no fact without confirmation. */
    FORWARDED,
    /**
     * Typed text over the flood limit. It is interpreted by rules alone, without a model, for red
     * flags and for a yes or a doubt about the open question.
     */
    FLOOD,
    /** Edited text over the flood limit. It is interpreted by rules alone, for red flags only. */
    EDITED_FLOOD,
    /**
     * Forwarded text over the flood limit; only its red flags count, and they are confirmed first.
     */
    FORWARDED_FLOOD;

    /**
     * Returns true over the flood limit. Text that records nothing is then neither kept nor
     * answered.
     */
    public boolean overLimit() {
      return this == FLOOD || this == EDITED_FLOOD || this == FORWARDED_FLOOD;
    }

    /** Returns the same manner over the flood limit. */
    public Manner inExcess() {
      return switch (this) {
        case TYPED, FLOOD -> FLOOD;
        case EDITED, EDITED_FLOOD -> EDITED_FLOOD;
        case FORWARDED, FORWARDED_FLOOD -> FORWARDED_FLOOD;
      };
    }
  }

  record Said(String text, Manner manner) implements Input {}

  /** Holds the callback data of a pressed button. */
  record Tapped(String data) implements Input {}

  /** Holds a command in lower case without its slash, and the rest of its line. */
  record Commanded(String name, String argument) implements Input {}

  /** Holds the kind of a message without text: photo, voice, video, sticker, document or other. */
  record Unreadable(String kind) implements Input {}

  /** Marks that time has passed without a message. */
  record Silence() implements Input {}

  /** Marks that the time may have come to ask the person how it is. */
  record FollowUpDue() implements Input {}

  /** Returns true for text over the flood limit. */
  default boolean isOverLimit() {
    return this instanceof Said(var text, Manner manner) && manner.overLimit();
  }

  /** Returns the number of letters that the classifiers would have to read. */
  default int letters() {
    return switch (this) {
      case Said(String text, var manner) -> text.length();
      case Commanded(var name, String argument) -> argument.length();
      default -> 0;
    };
  }
}
