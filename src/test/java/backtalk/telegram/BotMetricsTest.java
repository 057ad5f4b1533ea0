package backtalk.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import backtalk.dialogue.TurnKind;
import backtalk.emulator.Emulator;
import backtalk.emulator.Fault;
import backtalk.emulator.Group;
import backtalk.emulator.Person;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BotMetricsTest {

  /** Lists every label and all of its values. */
  private static final Map<String, Set<String>> LABELS =
      Map.of(
          "kind", Set.of("text", "tap", "command", "content", "group", "other"),
          "input", Set.of("tapped", "typed"),
          "action", actions(),
          "method", methods(),
          "verdict", Set.of("done", "throttled", "failed", "shut-out", "token-refused", "refused"));

  @RegisterExtension final BotFixture botFixture = new BotFixture();

  @Test
  void updatesTurnsAndCallsAreCounted() {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    ann.says("hello");
    ann.awaits("TYPED hello");
    ann.tapsAt(1, "n.1.Yes");
    ann.awaits("tapped");
    ann.sendsVoice();
    ann.awaits("unreadable");
    botFixture.telegram().awaitQuiet();

    assertThat(count("backtalk.updates", "kind", "text")).isEqualTo(1);
    assertThat(count("backtalk.updates", "kind", "tap")).isEqualTo(1);
    assertThat(count("backtalk.turns", "action", "ask")).isEqualTo(3);
    assertThat(botFixture.meters.get("backtalk.turn").tag("input", "tapped").timer().count())
        .isEqualTo(1);
    assertThat(botFixture.meters.get("backtalk.first.call").timer().count()).isEqualTo(3);
    assertThat(botFixture.meters.get("backtalk.outbox.messages").gauge().value()).isZero();
    assertThat(botFixture.meters.get("backtalk.outbox.oldest").gauge().value()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void turnsAreCountedByTheirKind(TurnKind kind) {
    botFixture.script.answers(input -> Script.turnOf(kind));
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");

    ann.says("hello");
    ann.awaits("a turn of " + kind.word());
    botFixture.telegram().awaitQuiet();

    assertThat(botFixture.meters.find("backtalk.turns").counters())
        .allSatisfy(counter -> assertThat(counter.getId().getTag("action")).isEqualTo(kind.word()))
        .extracting(Counter::count)
        .containsExactly(1.0);
  }

  @Test
  void aStuckMessageShowsInTheOutboxGauges() {
    botFixture.start();
    botFixture.telegram().faults().always("sendMessage", Fault.tooManyRequests(1));
    botFixture.telegram().person("Ann").says("hello");

    await()
        .atMost(BotFixture.PATIENCE)
        .until(() -> botFixture.meters.get("backtalk.outbox.oldest").gauge().value() > 0.5);
    assertThat(botFixture.meters.get("backtalk.outbox.messages").gauge().value()).isEqualTo(1);
    assertThat(
            botFixture.meters.get("backtalk.api.call").tag("verdict", "throttled").timer().count())
        .isPositive();
    botFixture.telegram().faults().clear();
  }

  @Test
  void noLabelHoldsAnythingFromAPerson() {
    Emulator telegram = botFixture.telegram();
    botFixture.start();
    Person ann = telegram.person("Wilhelmina");
    Group group = telegram.group("Backs of Bern", false);
    telegram.faults().next("sendMessage", Fault.badGateway());
    telegram.faults().next("sendMessage", Fault.badRequest("no such thing"));
    ann.says("my secret");
    ann.command("/secret", "command");
    ann.tapsAt(1, "secret data");
    ann.sendsVoice();
    group.says(ann, "@" + Group.botName() + " my secret");
    ann.blocks();
    telegram.awaitQuiet();

    assertThat(botFixture.meters.getMeters()).hasSizeGreaterThan(8);
    for (Meter meter : botFixture.meters.getMeters()) {
      assertThat(meter.getId().getName()).startsWith("backtalk.");
      assertThat(meter.getId().getTags()).allSatisfy(label -> isClosed(meter.getId(), label));
    }
  }

  private static void isClosed(Meter.Id meter, Tag label) {
    if (label.getKey().equals("le")) {
      assertThat(label.getValue()).matches("[0-9.]+|\\+Inf");
    } else {
      assertThat(LABELS.getOrDefault(label.getKey(), Set.of()))
          .as("values of %s of %s", label.getKey(), meter.getName())
          .contains(label.getValue());
    }
  }

  private double count(String name, String label, String value) {
    return botFixture.meters.get(name).tag(label, value).counter().count();
  }

  private static Set<String> actions() {
    return Stream.concat(
            Arrays.stream(TurnKind.values()).map(TurnKind::word), Stream.of("seen-before"))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns the names of the calls that the bot makes. */
  private static Set<String> methods() {
    return Set.of(
        "getme",
        "getupdates",
        "sendmessage",
        "editmessagetext",
        "editmessagereplymarkup",
        "answercallbackquery",
        "setmycommands",
        "setmydescription",
        "setmyshortdescription",
        "getmycommands",
        "getmydescription",
        "getmyshortdescription");
  }
}
