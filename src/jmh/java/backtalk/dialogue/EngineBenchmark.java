package backtalk.dialogue;

import backtalk.dialogue.input.Input;
import backtalk.dialogue.input.InputInterpreter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Measures a tapped turn in the engine alone, over a check in which every question is denied. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 2)
public class EngineBenchmark {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final int TURNS = 6;

  private final Engine engine = new Engine(BackCracking.CONVERSATION);
  private final InputInterpreter inputInterpreter = new InputInterpreter(BackCracking.LISTENER);

  /** Begins a check and denies each question. */
  @Benchmark
  @OperationsPerInvocation(TURNS)
  public Dialogue turn() {
    Dialogue dialogue = engine.begin(NOON);
    Turn turn = take(dialogue, new Input.Commanded("check", ""));
    for (int turns = 1; turns < TURNS; turns++) {
      turn = take(turn.dialogue(), new Input.Tapped(denial(turn)));
    }
    return turn.dialogue();
  }

  private Turn take(Dialogue dialogue, Input input) {
    Situation situation = engine.situation(dialogue, NOON);
    return engine.turn(situation, inputInterpreter.interpret(input, situation));
  }

  private static String denial(Turn turn) {
    List<Button> buttons = turn.messages().getLast().rows().stream().flatMap(List::stream).toList();
    return buttons.stream()
        .filter(button -> button.label().startsWith("No"))
        .findFirst()
        .orElse(buttons.getLast())
        .data();
  }
}
