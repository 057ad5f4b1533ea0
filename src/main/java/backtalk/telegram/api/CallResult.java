package backtalk.telegram.api;

import backtalk.telegram.LogRedaction;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/** What became of a call. */
public sealed interface CallResult {

  /** Done; the id of the new message, where there is one. */
  record Done(OptionalLong message) implements CallResult {}

  /** Not now: exactly so much later. */
  record RateLimited(Duration length) implements CallResult {}

  /**
   * Not done, as far as is known, and worth another attempt.
   *
   * @param reason completes a sentence that begins with "Telegram"
   */
  record Retryable(String reason) implements CallResult {

    /** No answer came. */
    public static Retryable unreachable(Throwable failure) {
      return new Retryable("cannot be reached: " + LogRedaction.ofConnection(failure));
    }

    /** Telegram answered that it could not do it now. */
    static Retryable ofStatus(int code) {
      return new Retryable("answers " + code);
    }

    /** An answer came that is not whole, or not in Telegram's form, as from a proxy before it. */
    static Retryable notBotApi(int status) {
      return new Retryable(
          "answers %d without a whole answer of the Bot API, as a proxy or another server does"
              .formatted(status));
    }

    @Override
    public String toString() {
      return reason;
    }
  }

  /** The person blocked the bot, or it was thrown out of the group. */
  record Blocked() implements CallResult {}

  /** Telegram refuses the token itself. */
  record InvalidToken(int code) implements CallResult {}

  /** Telegram will never do this. */
  record Refused(int code, String description) implements CallResult {

    private static final Pattern QUOTE = Pattern.compile("\"[^\"]*\"?");

    /** Telegram may quote the message that it refuses: quotes are left out. */
    @Override
    public String toString() {
      return "Refused[" + code + " " + QUOTE.matcher(description).replaceAll("…") + "]";
    }

    /** Whether the message already looks as it was to look. */
    public boolean isUnchanged() {
      return description.contains("message is not modified");
    }
  }

  /** Says it to the operator; completes a sentence that begins with "Telegram". */
  default String describe() {
    return switch (this) {
      case Done done -> "answers well";
      case RateLimited(Duration length) -> "asks to wait for " + length.toSeconds() + " s";
      case Retryable(String reason) -> reason;
      case Blocked blocked -> "answers 403";
      case InvalidToken(int code) -> "refuses the bot token (" + code + ")";
      case Refused refused -> "answers no: " + refused;
    };
  }

  /** Tells what a failure on this side of the line means. */
  static CallResult of(Throwable failure) {
    if (failure instanceof TelegramApiValidationException) {
      return new Refused(0, "the library finds the call incomplete");
    } else if (failure instanceof JsonProcessingException) {
      return new Refused(0, "the call cannot be written as JSON");
    }
    return Retryable.unreachable(failure);
  }

  /**
   * Tells what a refusal means.
   *
   * @param wait how many seconds Telegram asks to wait
   */
  static CallResult of(int code, String description, OptionalLong wait) {
    return switch (code) {
      case 401 -> new InvalidToken(code);
      case 404 ->
          description.contains("method not found")
              ? new Refused(code, description)
              : new InvalidToken(code);
      case 403 -> new Blocked();
      case 429 ->
          wait.isPresent()
              ? new RateLimited(Duration.ofSeconds(wait.getAsLong()))
              : Retryable.ofStatus(code);
      case 400, 402, 406, 413 -> new Refused(code, description);
      default -> Retryable.ofStatus(code);
    };
  }
}
