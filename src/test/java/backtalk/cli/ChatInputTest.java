package backtalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.input.Input;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks each form of a chat's input line. */
class ChatInputTest {

  static Stream<Arguments> lines() {
    return Stream.of(
        Arguments.of("[Yes]", new ChatInput.Label("Yes")),
        Arguments.of(" [ None of these ] ", new ChatInput.Label("None of these")),
        Arguments.of("#2", new ChatInput.Nth(2)),
        Arguments.of("#0", new ChatInput.Nth(0)),
        Arguments.of("~3d", new ChatInput.Wait(Duration.ofDays(3))),
        Arguments.of("~2H", new ChatInput.Wait(Duration.ofHours(2))),
        Arguments.of(" ~ 30m ", new ChatInput.Wait(Duration.ofMinutes(30))),
        Arguments.of("/start", command("start", "")),
        Arguments.of("/Check@backtalk_bot", command("check", "")),
        Arguments.of("/start  sound-mechanism ", command("start", "sound-mechanism")));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aLineIsParsedByItsForm(String line, ChatInput expected) {
    assertThat(ChatInput.parse(line)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "it hurts",
        "#",
        "#two",
        "2",
        "~3 times a day",
        "~d",
        "~9999999d",
        "/",
        "/ x",
        "[]",
        "see [1]",
        "yes/no",
        "-3d"
      })
  void anyOtherLineIsText(String line) {
    assertThat(ChatInput.parse(line))
        .isEqualTo(new ChatInput.Direct(new Input.Said(line, Input.Manner.TYPED)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[Yes]", " #2", "~3d", "/start", "\\[Yes]", "\\\\#2", " [a\nb]", "[a] b"})
  void aBackslashEscapesALineOfAnotherForm(String text) {
    assertThat(ChatInput.parse("\\" + text))
        .isEqualTo(new ChatInput.Direct(new Input.Said(text, Input.Manner.TYPED)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hello", "", "[Yes]", "#2", "~3d", "/start", "\\[Yes]", "\\o/", "\\", "[a] b"})
  void textIsEscapedSoThatItIsParsedAsText(String text) {
    assertThat(ChatInput.parse(ChatInput.asTyped(text)))
        .isEqualTo(new ChatInput.Direct(new Input.Said(text, Input.Manner.TYPED)));
  }

  private static ChatInput command(String name, String argument) {
    return new ChatInput.Direct(new Input.Commanded(name, argument));
  }
}
