package backtalk.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/** What became of a call. */
sealed interface Verdict {

  /** Done; the id of the new message, where there is one. */
  record Done(OptionalLong message) implements Verdict {}

  /** Not now: exactly so much later. */
  record Wait(Duration length) implements Verdict {}

  /**
   * Not done, as far as is known, and worth another attempt.
   *
   * @param what completes a sentence that begins with "Telegram"
   */
  record Later(String what) implements Verdict {

    /** No answer came. */
    static Later unreached(Throwable failure) {
      return new Later("cannot be reached: " + Disguise.ofConnection(failure));
    }

    /** Telegram answered that it could not do it now. */
    static Later answered(int code) {
      return new Later("answers " + code);
    }

    /** An answer came that is not whole, or not in Telegram's form, as from a proxy before it. */
    static Later foreign(int status) {
      return new Later(
          "answers %d without a whole answer of the Bot API, as a proxy or another server does"
              .formatted(status));
    }

    @Override
    public String toString() {
      return what;
    }
  }

  /** The person blocked the bot, or it was thrown out of the group. */
  record ShutOut() implements Verdict {}

  /** Telegram refuses the token itself. */
  record Unknown(int code) implements Verdict {}

  /** Telegram will never do this. */
  record Refused(int code, String description) implements Verdict {

    private static final Pattern QUOTE = Pattern.compile("\"[^\"]*\"?");

    /** Telegram may quote the message that it refuses: quotes are left out. */
    @Override
    public String toString() {
      return "Refused[" + code + " " + QUOTE.matcher(description).replaceAll("…") + "]";
    }

    /** Whether the message already looks as it was to look. */
    boolean isUnchanged() {
      return description.contains("message is not modified");
    }
  }

  /** Says it to the operator; completes a sentence that begins with "Telegram". */
  default String clause() {
    return switch (this) {
      case Done done -> "answers well";
      case Wait(Duration length) -> "asks to wait for " + length.toSeconds() + " s";
      case Later(String what) -> what;
      case ShutOut out -> "answers 403";
      case Unknown(int code) -> "refuses the bot token (" + code + ")";
      case Refused refused -> "answers no: " + refused;
    };
  }

  /** Tells what a failure on this side of the line means. */
  static Verdict of(Throwable failure) {
    if (failure instanceof TelegramApiValidationException) {
      return new Refused(0, "the library finds the call incomplete");
    } else if (failure instanceof JsonProcessingException) {
      return new Refused(0, "the call cannot be written as JSON");
    }
    return Later.unreached(failure);
  }

  /**
   * Tells what a refusal means.
   *
   * @param wait how many seconds Telegram asks to wait
   */
  static Verdict of(int code, String description, OptionalLong wait) {
    return switch (code) {
      case 401 -> new Unknown(code);
      case 404 ->
          description.contains("method not found")
              ? new Refused(code, description)
              : new Unknown(code);
      case 403 -> new ShutOut();
      case 429 ->
          wait.isPresent() ? new Wait(Duration.ofSeconds(wait.getAsLong())) : Later.answered(code);
      case 400, 402, 406, 413 -> new Refused(code, description);
      default -> Later.answered(code);
    };
  }
}
