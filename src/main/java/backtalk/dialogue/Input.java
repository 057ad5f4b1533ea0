package backtalk.dialogue;

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
    /** Over the flood limit: heard for red flags only. */
    FLOOD
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
