package org.aidledger.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Callers that each call again as soon as they are answered, for a while. */
final class Load {

    private Load() {}

    /** One call of one caller. */
    @FunctionalInterface
    interface Call {
        void make(int caller, long number) throws Exception;
    }

    /**
     * @param eventsPerCall how many events each call stores
     */
    static Rate run(int callers, Duration duration, int eventsPerCall, Call call) {
        long cpu = processorNanos();
        long began = System.nanoTime();
        long end = began + duration.toNanos();
        List<Callable<long[]>> work = new ArrayList<>();
        for (int c = 0; c < callers; c++) {
            int caller = c;
            work.add(() -> callUntil(end, caller, call));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<long[]> nanos = new ArrayList<>();
            for (Future<long[]> caller : threads.invokeAll(work)) {
                nanos.add(caller.get());
            }
            long took = System.nanoTime() - began;
            return rate(nanos, took, processorNanos() - cpu, eventsPerCall);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a call failed", e.getCause());
        }
    }

    private static long[] callUntil(long end, int caller, Call call) throws Exception {
        long[] nanos = new long[1024];
        int calls = 0;
        for (long now = System.nanoTime(); now < end; ) {
            call.make(caller, calls);
            long then = System.nanoTime();
            if (calls == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * calls);
            }
            nanos[calls++] = then - now;
            now = then;
        }
        return Arrays.copyOf(nanos, calls);
    }

    private static Rate rate(
            List<long[]> callers, long tookNanos, long cpuNanos, int eventsPerCall) {
        long[] all = callers.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        double events = all.length * (double) eventsPerCall;
        return new Rate(
                events * 1e9 / tookNanos, at(all, 0.5), at(all, 0.99), cpuNanos / 1e3 / events);
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))] / 1e3;
    }
}
