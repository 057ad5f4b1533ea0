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
 * Seeded walks by chance: taps on any button in sight, words typed, edited, passed on and meant,
 * commands, silence, updates delivered twice, the conversation changed meanwhile. After every step
 * the promises are held against what was really said.
 */
class RandomWalksTest {

  private static final int BATCHES = 4;
  private static final int WALKS = 40;
  private static final int STEPS = 60;
  private static final int KEPT_WALKS = 3;
  private static final int KEPT_STEPS = 100;

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyStepKeepsThePromises() {
    return Stream.of(World.backCracking(), World.jawClicking()).flatMap(this::tests);
  }

  private Stream<DynamicTest> tests(World world) {
    Set<String> places = new HashSet<>();
    Stream<DynamicTest> alone =
        LongStream.range(0, BATCHES).mapToObj(batch -> alone(world, batch * WALKS, places));
    Stream<DynamicTest> kept = LongStream.range(0, KEPT_WALKS).mapToObj(seed -> kept(world, seed));
    return Stream.of(alone, kept, Stream.of(everywhere(world, places))).flatMap(tests -> tests);
  }

  private static DynamicTest alone(World world, long first, Set<String> places) {
    String name = String.format("%s, seeds %d to %d", world, first, first + WALKS - 1);
    return DynamicTest.dynamicTest(
        name,
        () ->
            LongStream.range(first, first + WALKS)
                .forEach(seed -> places.addAll(alone(world, seed))));
  }

  private static List<String> alone(World world, long seed) {
    return new RandomWalk(world, seed, (said, now) -> new EngineAlone(world, said, now))
        .walk(STEPS);
  }

  private DynamicTest kept(World world, long seed) {
    return DynamicTest.dynamicTest(
        world + ", kept in the store, seed " + seed,
        () -> {
          Path home = folder.resolve(world + "-" + seed);
          KeptInStore.walk(world, seed, home, KEPT_STEPS);
        });
  }

  /** Walks that never came anywhere would keep any promise. */
  private static DynamicTest everywhere(World world, Set<String> places) {
    Conversation conversation = world.conversation();
    return DynamicTest.dynamicTest(
        world + ", every ending was come to",
        () -> assertThat(places).containsAll(conversation.machine().outcomes().keySet()));
  }
}
