package backtalk.dialogue.input;

/** What comes in from a person, whatever the channel. */
public sealed interface Input {

  /** How words came. */
  enum Manner {
    /** Typed, or the caption of a picture. */
    TYPED,
    /** An earlier message changed: heard for red flags only. */
    EDITED,
    /** Somebody else's words passed on: they set no fact without asking. */
    FORWARDED,
    /**
     * Typed over the flood limit: heard by words alone, without a model, for red flags and for a
     * yes or a doubt about what is asked.
     */
    FLOOD,
    /**
     * An earlier message changed, over the flood limit: heard by words alone for red flags only.
     */
    EDITED_FLOOD,
    /** Passed on over the flood limit: heard for red flags only, which are asked. */
    FORWARDED_FLOOD;

    /** True over the flood limit: what tells nothing is then neither kept nor answered. */
    public boolean overLimit() {
      return this == FLOOD || this == EDITED_FLOOD || this == FORWARDED_FLOOD;
    }

    /** The same manner over the flood limit. */
    public Manner inExcess() {
      return switch (this) {
        case TYPED, FLOOD -> FLOOD;
        case EDITED, EDITED_FLOOD -> EDITED_FLOOD;
        case FORWARDED, FORWARDED_FLOOD -> FORWARDED_FLOOD;
      };
    }
  }

  /** Words. */
  record Said(String text, Manner manner) implements Input {}

  /** A button, by what it carried. */
  record Tapped(String data) implements Input {}

  /** A command without its slash, lower case, and the rest of its line. */
  record Commanded(String name, String argument) implements Input {}

  /** Something that is not words: photo, voice, video, sticker, document or other. */
  record Unreadable(String kind) implements Input {}

  /** Nothing but time passing. */
  record Silence() implements Input {}
}
