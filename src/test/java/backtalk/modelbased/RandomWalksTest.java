package backtalk.modelbased;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Conversation;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Walks conversations at random from fixed seeds: any visible button, text that is typed, edited,
 * forwarded or over the flood limit, commands, silence, repeated updates, changed conversations and
 * restarts. It alone finds faults that need a history: after every step an independent model holds
 * that no fact was recorded that the person did not give, none was lost, and none outlived its
 * time.
 */
class RandomWalksTest {

  private static final int BATCHES = 4;
  private static final int WALKS = 40;
  private static final int STEPS = 60;
  private static final int STORE_WALKS = 3;
  private static final int STORE_STEPS = 100;

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyStepKeepsThePromises() {
    return Stream.of(ConversationUnderTest.backCracking(), ConversationUnderTest.jawClicking())
        .flatMap(this::tests);
  }

  private Stream<DynamicTest> tests(ConversationUnderTest subject) {
    Set<String> positions = new HashSet<>();
    Stream<DynamicTest> alone =
        LongStream.range(0, BATCHES).mapToObj(batch -> alone(subject, batch * WALKS, positions));
    Stream<DynamicTest> stored =
        LongStream.range(0, STORE_WALKS).mapToObj(seed -> stored(subject, seed));
    return Stream.of(alone, stored, Stream.of(reached(subject, positions))).flatMap(tests -> tests);
  }

  private static DynamicTest alone(
      ConversationUnderTest subject, long first, Set<String> positions) {
    String name = String.format("%s, seeds %d to %d", subject, first, first + WALKS - 1);
    return DynamicTest.dynamicTest(
        name,
        () ->
            LongStream.range(first, first + WALKS)
                .forEach(seed -> positions.addAll(alone(subject, seed))));
  }

  private static List<String> alone(ConversationUnderTest subject, long seed) {
    return new RandomWalk(
            subject, seed, (meanings, now) -> new EngineUnderTest(subject, meanings, now))
        .walk(STEPS);
  }

  private DynamicTest stored(ConversationUnderTest subject, long seed) {
    return DynamicTest.dynamicTest(
        subject + ", with the store, seed " + seed,
        () -> {
          Path home = folder.resolve(subject + "-" + seed);
          DialogueManagerUnderTest.walk(subject, seed, home, STORE_STEPS);
        });
  }

  /** Guards against walks that pass because they reach no outcome. */
  private static DynamicTest reached(ConversationUnderTest subject, Set<String> positions) {
    Conversation conversation = subject.conversation();
    return DynamicTest.dynamicTest(
        subject + ", every outcome was reached",
        () -> assertThat(positions).containsAll(conversation.machine().outcomes().keySet()));
  }
}
