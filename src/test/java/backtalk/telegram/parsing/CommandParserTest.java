package backtalk.telegram.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests commands as they are typed, pasted and forwarded. */
class CommandParserTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"/start", "/START", "/start\u200B", "\u200E/start", "\uFEFF/start\u2060 "})
  void invisibleCharactersAroundACommandAreIgnored(String text) {
    assertThat(CommandParser.parse(text)).map(CommandParser.Command::name).contains("start");
  }

  @Test
  void theTextAfterACommandIsItsArgument() {
    assertThat(CommandParser.parse("/start\u200B sitting"))
        .map(CommandParser.Command::argument)
        .contains("sitting");
  }
}
