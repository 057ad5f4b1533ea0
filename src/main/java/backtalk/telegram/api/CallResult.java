package backtalk.telegram.api;

import backtalk.telegram.LogRedaction;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/** Describes the result of a call of the Bot API. */
public sealed interface CallResult {

  /**
   * The call succeeded.
   *
   * @param message the id of the new message, if there is one
   * @param photo the id of the file of its photo, if it has one
   */
  record Done(OptionalLong message, Optional<String> photo) implements CallResult {

    /** Describes the result of a call that sent no photo. */
    public Done(OptionalLong message) {
      this(message, Optional.empty());
    }
  }

  /** Telegram asks for a wait of exactly this length. */
  record RateLimited(Duration length) implements CallResult {}

  /**
   * The call failed, as far as is known, and is worth another attempt.
   *
   * @param reason completes a sentence that begins with "Telegram"
   */
  record Retryable(String reason) implements CallResult {

    /** Returns the result of a call without an answer. */
    public static Retryable unreachable(Throwable failure) {
      return new Retryable("cannot be reached: " + LogRedaction.ofConnection(failure));
    }

    /** Returns the result of a call that Telegram could not carry out now. */
    static Retryable ofStatus(int code) {
      return new Retryable("answers " + code);
    }

    /**
     * Returns the result of a call whose answer is incomplete or not in Telegram's form, such as an
     * error page of a proxy.
     */
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

  /** The person blocked the bot, or a group removed it. */
  record Blocked() implements CallResult {}

  /** Telegram refuses the token. */
  record InvalidToken(int code) implements CallResult {}

  /** Telegram will never carry out this call. */
  record Refused(int code, String description) implements CallResult {

    private static final Pattern QUOTE = Pattern.compile("\"[^\"]*\"?");

    /** Leaves out quotations, because Telegram may quote the message that it refuses. */
    @Override
    public String toString() {
      return "Refused[" + code + " " + QUOTE.matcher(description).replaceAll("…") + "]";
    }

    /** Returns true if the message already has the content that the edit would give it. */
    public boolean isUnchanged() {
      return description.contains("message is not modified");
    }
  }

  /** Describes the result to the operator; it completes a sentence that begins with "Telegram". */
  default String describe() {
    return switch (this) {
      case Done done -> "accepts the call";
      case RateLimited(Duration length) -> "asks to wait for " + length.toSeconds() + " s";
      case Retryable(String reason) -> reason;
      case Blocked blocked -> "answers 403";
      case InvalidToken(int code) -> "refuses the bot token (" + code + ")";
      case Refused refused -> "refuses the call: " + refused;
    };
  }

  /** Classifies a failure on this side of the connection. */
  static CallResult of(Throwable failure) {
    if (failure instanceof TelegramApiValidationException) {
      return new Refused(0, "the library finds the call incomplete");
    } else if (failure instanceof JsonProcessingException) {
      return new Refused(0, "the call cannot be written as JSON");
    }
    return Retryable.unreachable(failure);
  }

  /**
   * Classifies a refusal by its error code.
   *
   * @param wait the wait in seconds that Telegram asks for
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
