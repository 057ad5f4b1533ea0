package backtalk.harness.world;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Runs the world as a process, {@code WorldMain SEED LATENCY_MS}, and prints its port. */
public final class WorldMain {
  private WorldMain() {}

  /** Runs until the process is killed. */
  public static void main(String[] arguments) throws IOException {
    World world = new World(Long.parseLong(arguments[0]), Long.parseLong(arguments[1]));
    BotApi api = new BotApi(world);
    ServerSocketChannel server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
    world.loop.watch(server, SelectionKey.OP_ACCEPT, ready -> accept(world, server, api));
    System.out.println(((InetSocketAddress) server.getLocalAddress()).getPort());
    Thread.ofPlatform().daemon().start(WorldMain::endWithParent);
    world.loop.run();
  }

  private static void accept(World world, ServerSocketChannel server, BotApi api) {
    try {
      SocketChannel channel = server.accept();
      if (channel != null) {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        var unused = HttpConnection.over(world.loop, channel, api);
      }
    } catch (IOException gone) {
      // The client closed the connection before it was accepted.
    }
  }

  /**
   * Stops the process when stdin closes, because the harness that holds its other end has stopped.
   */
  private static void endWithParent() {
    try {
      while (System.in.read() >= 0) {
        // The harness writes nothing to stdin.
      }
    } catch (IOException broken) {
      // A broken stdin means the same as its end.
    }
    Runtime.getRuntime().halt(0);
  }
}
