package backtalk.harness;

import backtalk.emulator.Call;
import backtalk.emulator.EmulatorListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Floods the bot from some chats, and then lets strangers report an emergency. Measures how long
 * each stranger waits for the first message.
 */
final class Burst implements EmulatorListener {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final List<String> EMERGENCIES =
      List.of(
          "i cannot control my bladder since this morning",
          "numb between my legs when i wipe",
          "i cant move my left leg at all",
          "i fell from a roof and my back cracked",
          "both of my legs are numb",
          "i keep wetting myself since my back cracked");

  private final World world;
  private final Map<String, Long> askedAt = new HashMap<>();
  private final List<Long> delays = new ArrayList<>();

  Burst(World world) {
    this.world = world;
    world.listener(this);
  }

  /**
   * Describes a flood.
   *
   * @param chats the chats that flood the bot
   * @param texts the texts that each of them forwards
   * @param letters the letters of each text
   * @param taps the taps of each of them, on buttons of no dialogue
   */
  record Size(int chats, int texts, int letters, int taps) {}

  /** Sends a flood; the strangers follow {@code after} it. */
  void send(Size size, int strangers, Duration after, UserBehavior behavior) {
    List<Member> people = world.crowd.strangers(size.chats() + strangers);
    world.telegram.atOnce(
        () ->
            people
                .subList(0, size.chats())
                .forEach(person -> perform(person, flood(size, behavior))));
    Waiting.pause(after);
    people.subList(size.chats(), people.size()).forEach(this::reportEmergency);
  }

  private void perform(Member person, List<UserBehavior.Act> acts) {
    acts.forEach(act -> world.crowd.perform(person, act));
  }

  private static List<UserBehavior.Act> flood(Size size, UserBehavior behavior) {
    List<UserBehavior.Act> acts = new ArrayList<>();
    for (int sent = 0; sent < Math.max(size.texts(), size.taps()); sent++) {
      if (sent < size.texts()) {
        acts.add(new UserBehavior.Act.Forward(behavior.text(size.letters())));
      }
      if (sent < size.taps()) {
        acts.add(new UserBehavior.Act.Tap("none.1.t:topic" + sent));
      }
    }
    return acts;
  }

  private void reportEmergency(Member stranger) {
    String words;
    synchronized (this) {
      askedAt.put(Long.toString(stranger.person.id()), System.nanoTime());
      words = EMERGENCIES.get(askedAt.size() % EMERGENCIES.size());
    }
    world.crowd.perform(stranger, new UserBehavior.Act.Say(words));
  }

  @Override
  public synchronized void began(Call call) {
    Long since = call.parameters().has("text") ? askedAt.remove(call.text("chat_id")) : null;
    if (since != null) {
      delays.add((System.nanoTime() - since) / NANOS_PER_MILLI);
    }
  }

  /** Returns true once every stranger was answered. */
  synchronized boolean isAnswered() {
    return askedAt.isEmpty();
  }

  /** Returns the delays of the answered strangers in milliseconds. */
  synchronized String delays() {
    return delays.stream().sorted().map(String::valueOf).collect(Collectors.joining(" "));
  }
}
