package backtalk.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands as they are typed, pasted and forwarded. */
class CommandsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"/start", "/START", "/start\u200B", "\u200E/start", "\uFEFF/start\u2060 "})
  void aCommandIsReadWithCharactersThatNobodySees(String text) {
    assertThat(Commands.parse(text)).map(Commands.Command::name).contains("start");
  }

  @Test
  void whatStandsBehindIsItsArgument() {
    assertThat(Commands.parse("/start\u200B sitting"))
        .map(Commands.Command::argument)
        .contains("sitting");
  }
}
