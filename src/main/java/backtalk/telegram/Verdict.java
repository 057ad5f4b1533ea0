package backtalk.telegram;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/** What became of a call. */
sealed interface Verdict {

  /** Done; the id of the new message, where there is one. */
  record Done(OptionalLong message) implements Verdict {}

  /** Not now: exactly so much later. */
  record Wait(Duration length) implements Verdict {}

  /** Telegram could not be reached, or did not get to it, or its answer was lost. */
  record Later(String why) implements Verdict {}

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

  static Verdict of(Throwable failure) {
    if (failure instanceof TelegramApiValidationException) {
      return new Refused(0, "the library finds the call incomplete");
    } else if (failure instanceof TelegramApiRequestException answered) {
      return of(answered);
    }
    Throwable cause = failure.getCause();
    return failure instanceof TelegramApiException && cause != null
        ? new Later(Disguise.ofConnection(cause))
        : new Later(Disguise.ofConnection(failure));
  }

  private static Verdict of(TelegramApiRequestException answered) {
    int code = Optional.ofNullable(answered.getErrorCode()).orElse(0);
    String description = Optional.ofNullable(answered.getApiResponse()).orElse("");
    Integer wait =
        Optional.ofNullable(answered.getParameters())
            .map(ResponseParameters::getRetryAfter)
            .orElse(null);
    return of(code, description, wait == null ? OptionalLong.empty() : OptionalLong.of(wait));
  }

  /**
   * What a refusal means.
   *
   * @param wait how many seconds Telegram asks to wait
   */
  static Verdict of(int code, String description, OptionalLong wait) {
    return switch (code) {
      case 401, 404 -> new Unknown(code);
      case 403 -> new ShutOut();
      case 429 ->
          wait.isPresent() ? new Wait(Duration.ofSeconds(wait.getAsLong())) : new Later("429");
      case 400, 402, 406, 413 -> new Refused(code, description);
      default -> new Later(code == 0 ? "an unreadable answer" : Integer.toString(code));
    };
  }
}
