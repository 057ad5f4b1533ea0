package backtalk.telegram.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import backtalk.conversation.Picture;
import backtalk.dialogue.ChatId;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.OutboxMessage.Way;
import backtalk.dialogue.ports.UploadedFiles;
import backtalk.telegram.api.BotApiClient;
import backtalk.telegram.api.CallResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class PhotoSenderTest {

  private static final Picture PICTURE = new Picture("dots.png", "Two dots");

  @Test
  void afterTheStopAnUploadedPictureIsNotUploadedAgain() {
    BotApiClient client = mock();
    when(client.call(any())).thenReturn(new CallResult.RateLimited(Duration.ofSeconds(3)));
    UploadedFiles uploaded = mock();
    when(uploaded.find(any(Long.class), any())).thenReturn(Optional.of("file"));
    Pictures pictures = new Pictures(Map.of("dots.png", new byte[] {1}), uploaded);

    Optional<CallResult> end =
        new PhotoSender(client, length -> false, pictures, 1)
            .send(
                message(),
                PICTURE,
                OptionalLong.empty(),
                LoggerFactory.getLogger(PhotoSenderTest.class)::atLevel);

    assertThat(end).isEmpty();
    verify(client, times(1)).call(any());
  }

  private static OutboxMessage message() {
    Message card =
        new Message(Message.Kind.NOTE, FormattedText.of("Card"), List.of(), Optional.of(PICTURE));
    return new OutboxMessage(
        new ChatId(1), 1, 0, card, new Way.Send(OptionalLong.empty()), OptionalLong.empty());
  }
}
