package backtalk.studio;

import backtalk.app.Bot;
import backtalk.cli.chattest.ChatRecorder;
import backtalk.loader.chattests.ChatTestAppender;
import io.javalin.http.BadRequestResponse;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Records a chat as a test, by playing its lines again to the recorder of {@code chat}. */
final class ChatRecording {
  private ChatRecording() {}

  /** Adds the chat to a file of tests and returns its place there. */
  static Studio.Recorded add(Path file, Bot bot, List<StudioChat.Line> lines) {
    if (lines.isEmpty()) {
      throw new BadRequestResponse("say something first");
    }
    AtomicReference<Instant> time = new AtomicReference<>(lines.getFirst().at());
    InstantSource clock = time::get;
    ChatRecorder recorder = new ChatRecorder(bot, clock.withZone(ZoneId.systemDefault()));
    var unused = recorder.begin();
    for (StudioChat.Line line : lines) {
      time.set(line.at());
      unused = recorder.take(line.text());
    }
    try {
      ChatTestAppender.Added added =
          ChatTestAppender.open(file).add(recorder.name(), recorder.steps());
      return new Studio.Recorded(file + ":" + added.line(), added.name());
    } catch (UncheckedIOException failed) {
      throw new BadRequestResponse(String.valueOf(failed.getMessage()));
    }
  }
}
