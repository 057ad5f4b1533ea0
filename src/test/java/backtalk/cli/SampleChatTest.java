package backtalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.app.Bot;
import backtalk.app.BotFactory;
import backtalk.embedding.OnnxEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plays the sample chats of the documents and checks each answer. */
class SampleChatTest {
  private static final Path HOME = Path.of(System.getProperty("backtalk.home", "."));
  private static final Path FOLDER = HOME.resolve("conversations/back-cracking");
  private static final Pattern CHAT =
      Pattern.compile("<!-- chat: played by SampleChatTest -->\\n```\\n([\\s\\S]*?)```\\n");
  private static final String YOU = "you       ";
  private static final String BOT = "Backtalk  ";
  private static final Pattern OMISSION = Pattern.compile(" ?\\.\\.\\. ?");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T09:00:00Z"), ZoneOffset.UTC);

  /** Holds an input and the answer that a document shows, with single spaces. */
  private record Shown(String input, String answer) {}

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "conversations/back-cracking/README.md"})
  void theBotAnswersAsTheDocumentShows(String document) throws IOException {
    List<Shown> chat = chat(Files.readString(HOME.resolve(document)));
    TerminalSession session =
        new TerminalSession(
            Bot.of(BotFactory.take(FOLDER), 30, Path.of("target/hearing"), OnnxEmbedder.load()),
            CLOCK);

    assertThat(chat).hasSizeGreaterThan(2);
    for (Shown shown : chat) {
      String answer = answer(session.take(shown.input()));
      if (OMISSION.matcher(shown.answer()).find()) {
        assertThat(answer).containsSubsequence(parts(shown.answer()));
      } else {
        assertThat(answer).isEqualTo(shown.answer());
      }
    }
  }

  private static List<Shown> chat(String document) {
    var block = CHAT.matcher(document);
    assertThat(block.find()).as("a chat between markers").isTrue();
    List<Shown> chat = new ArrayList<>();
    for (String exchange : ("\n" + block.group(1)).split("\n" + YOU, -1)) {
      if (!exchange.isBlank()) {
        String[] both = exchange.split("\n" + BOT, 2);
        chat.add(new Shown(both[0], plain(both[1])));
      }
    }
    return chat;
  }

  private static List<String> parts(String answer) {
    return OMISSION.splitAsStream(answer).filter(part -> !part.isEmpty()).toList();
  }

  private static String answer(TerminalSession.Exchange exchange) {
    return plain(
        exchange.messages().stream()
            .map(message -> message.text().plain() + " " + labels(message))
            .collect(Collectors.joining(" ")));
  }

  private static String labels(backtalk.dialogue.Message message) {
    return TurnJson.labels(message).stream()
        .map(label -> "[" + label + "]")
        .collect(Collectors.joining(" "));
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
