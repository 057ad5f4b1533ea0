package backtalk.harness.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A burst: some chats send all at once far more than anybody should, and right after it strangers
 * tell of an emergency. It notes how long each stranger waits for the first message.
 */
final class Burst {
  private static final long NANOS_OF_A_MILLI = 1_000_000;
  private static final List<String> EMERGENCIES =
      List.of(
          "i cannot control my bladder since this morning",
          "numb between my legs when i wipe",
          "i cant move my left leg at all",
          "i fell from a roof and my back cracked",
          "both of my legs are numb",
          "i keep wetting myself since my back cracked");

  private final World world;
  private final Map<Long, Long> asked = new HashMap<>();
  private final List<Long> delays = new ArrayList<>();

  Burst(World world) {
    this.world = world;
  }

  /**
   * What is sent.
   *
   * @param chats how many flood the bot
   * @param texts forwarded by each of them
   * @param letters of each text
   * @param taps of each of them besides, on buttons of no dialogue
   */
  record Size(int chats, int texts, int letters, int taps) {}

  /** Sends it; the strangers follow after so many milliseconds. */
  void send(Size size, int strangers, long afterMillis, Habits theirs) {
    asked.clear();
    delays.clear();
    List<Person> people = world.crowd.strangers(size.chats() + strangers);
    world.post(
        people.subList(0, size.chats()).stream()
            .flatMap(person -> world.crowd.all(person, flood(size, theirs)).stream())
            .toList());
    world.loop.in(
        afterMillis * NANOS_OF_A_MILLI,
        () -> people.subList(size.chats(), people.size()).forEach(this::cries));
  }

  private static List<Habits.Act> flood(Size size, Habits theirs) {
    List<Habits.Act> acts = new ArrayList<>();
    for (int sent = 0; sent < Math.max(size.texts(), size.taps()); sent++) {
      if (sent < size.texts()) {
        acts.add(new Habits.Act.Forward(theirs.text(size.letters())));
      }
      if (sent < size.taps()) {
        acts.add(new Habits.Act.Tap("none.1.t:topic" + sent));
      }
    }
    return acts;
  }

  private void cries(Person stranger) {
    asked.put(stranger.chat, System.nanoTime());
    String words = EMERGENCIES.get(asked.size() % EMERGENCIES.size());
    world.post(world.crowd.all(stranger, List.of(new Habits.Act.Say(words))));
  }

  /** A message to this person is on its way. */
  void called(Person person) {
    Long since = asked.remove(person.chat);
    if (since != null) {
      delays.add((System.nanoTime() - since) / NANOS_OF_A_MILLI);
    }
  }

  /** How many strangers still wait, and after how many milliseconds each other was answered. */
  String lines() {
    List<String> words = delays.stream().sorted().map(String::valueOf).toList();
    return "waiting=" + asked.size() + "\ndelays=" + String.join(" ", words) + "\n";
  }
}
