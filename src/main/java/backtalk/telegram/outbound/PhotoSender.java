package backtalk.telegram.outbound;

import backtalk.conversation.Picture;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.telegram.Sleeper;
import backtalk.telegram.api.BotApiClient;
import backtalk.telegram.api.CallResult;
import backtalk.telegram.api.SendPhotoRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;

/** Sends pictures: each is uploaded once, and then sent by the id of the file that Telegram has. */
public final class PhotoSender {

  /** The greatest length of a caption in UTF-16 units, set by Telegram. */
  static final int MAX_CAPTION = 1024;

  /** Limits the failures of a picture: the words must not wait for it. */
  private static final int MAX_FAILURES = 3;

  private final CallRetry calls;
  private final Pictures pictures;
  private final long account;

  /** Creates a sender for the account of a bot. */
  public PhotoSender(BotApiClient client, Sleeper sleeper, Pictures pictures, long account) {
    this.calls = new CallRetry(client, sleeper);
    this.pictures = pictures;
    this.account = account;
  }

  CallRetry calls() {
    return calls;
  }

  /** Returns true if the text of a message fits below its picture. */
  static boolean holdsText(Message message) {
    return message.picture().isPresent() && message.text().plain().length() <= MAX_CAPTION;
  }

  /**
   * Sends the picture of a message, with its text if that fits, and else with what the picture
   * shows.
   *
   * @return empty if the stop came first
   */
  Optional<CallResult> send(
      OutboxMessage outgoing,
      Picture picture,
      OptionalLong replyTo,
      Function<Level, LoggingEventBuilder> log) {
    Message message = outgoing.message();
    Message shown =
        holdsText(message)
            ? message
            : new Message(message.kind(), FormattedText.of(picture.alt()), List.of());
    SendMessage words = ApiRequests.sendMessages(outgoing.with(shown), replyTo).getFirst();
    return pictures
        .content(picture.file())
        .map(content -> send(words, content, log))
        .orElseGet(() -> Optional.of(new CallResult.Refused(0, "no such picture")));
  }

  private Optional<CallResult> send(
      SendMessage words, byte[] content, Function<Level, LoggingEventBuilder> log) {
    Optional<String> uploaded = pictures.file(account, content);
    if (uploaded.isPresent()) {
      SendPhotoRequest again = SendPhotoRequest.of(words, uploaded.get());
      Optional<CallResult> end = calls.untilDecided(again, MAX_FAILURES, log);
      if (!(end.orElse(null) instanceof CallResult.Refused)) {
        return end;
      }
    }
    Optional<CallResult> end =
        calls.untilDecided(SendPhotoRequest.uploading(words, content), MAX_FAILURES, log);
    if (end.orElse(null) instanceof CallResult.Done(var id, Optional<String> photo)) {
      photo.ifPresent(file -> pictures.uploaded(account, content, file));
    }
    return end;
  }
}
