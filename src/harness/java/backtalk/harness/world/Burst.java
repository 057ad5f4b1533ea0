package backtalk.harness.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Floods the bot from some chats, and then lets strangers report an emergency. Measures how long
 * each stranger waits for the first message.
 */
final class Burst {
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
  private final Map<Long, Long> askedAt = new HashMap<>();
  private final List<Long> delays = new ArrayList<>();

  Burst(World world) {
    this.world = world;
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

  /** Sends a flood; the strangers follow {@code afterMillis} milliseconds later. */
  void send(Size size, int strangers, long afterMillis, UserBehavior behavior) {
    askedAt.clear();
    delays.clear();
    List<Person> people = world.crowd.strangers(size.chats() + strangers);
    world.post(
        people.subList(0, size.chats()).stream()
            .flatMap(person -> world.crowd.all(person, flood(size, behavior)).stream())
            .toList());
    world.loop.schedule(
        afterMillis * NANOS_PER_MILLI,
        () -> people.subList(size.chats(), people.size()).forEach(this::reportEmergency));
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

  private void reportEmergency(Person stranger) {
    askedAt.put(stranger.chat, System.nanoTime());
    String words = EMERGENCIES.get(askedAt.size() % EMERGENCIES.size());
    world.post(world.crowd.all(stranger, List.of(new UserBehavior.Act.Say(words))));
  }

  /** Records that a message to this person is being sent. */
  void called(Person person) {
    Long since = askedAt.remove(person.chat);
    if (since != null) {
      delays.add((System.nanoTime() - since) / NANOS_PER_MILLI);
    }
  }

  /**
   * Returns the number of strangers who still wait and the delays of the others in milliseconds.
   */
  String lines() {
    List<String> words = delays.stream().sorted().map(String::valueOf).toList();
    return "waiting=" + askedAt.size() + "\ndelays=" + String.join(" ", words) + "\n";
  }
}
