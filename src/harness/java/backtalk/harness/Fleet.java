package backtalk.harness;

import backtalk.config.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Manages the replicas of one bot and the world that they serve. */
final class Fleet implements AutoCloseable {
  private final World world;
  private final List<Replica> replicas = new ArrayList<>();
  private final List<Integer> ports = new ArrayList<>();

  /** Creates replicas on one database without starting them. */
  Fleet(World world, TestDatabase testDatabase, Path folder, int count, boolean webhook) {
    this.world = world;
    for (int number = 0; number < count; number++) {
      Path replicaFolder = folder(folder, "replica" + number);
      int port = freePort();
      ports.add(port);
      Replica replica =
          Replica.shortLived(replicaFolder)
              .set(testDatabase.setting(), testDatabase.value())
              .set(Setting.TELEGRAM_API_URL, world.telegram.url())
              .set(Setting.PORT, Integer.toString(port));
      replicas.add(webhook ? behindWebhook(replica) : replica);
    }
    world.telegram.proxy(ports);
  }

  static Replica behindWebhook(Replica replica) {
    return replica
        .set(Setting.WEBHOOK_URL, "https://bot.example.org/telegram")
        .set(Setting.WEBHOOK_SECRET, "harness-secret_0123456789abcdef");
  }

  int size() {
    return replicas.size();
  }

  Replica get(int number) {
    return replicas.get(number);
  }

  /** Starts a replica without waiting for it. */
  void start(int number) {
    world.newStart();
    replicas.get(number).start();
  }

  /** Returns how many replicas take connections at this moment. */
  int readyCount() {
    return (int) ports.stream().filter(Fleet::takesConnections).count();
  }

  private static boolean takesConnections(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }

  @Override
  public void close() {
    replicas.stream().filter(Replica::isRunning).forEach(Replica::kill);
  }

  private static Path folder(Path parent, String name) {
    try {
      return Files.createDirectories(parent.resolve(name));
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }
}
