import type { Page } from "@playwright/test";

declare global {
  interface Window {
    controlPeer?: RTCPeerConnection;
    controlStream: MediaStream;
  }
}

/**
 * A bare RTCPeerConnection beside the product's: what the microphone of one page hears, played by the other. It takes the
 * way of the product's sound, through the same processes, and nothing that is done to the product touches it: what is
 * missing from it, this machine was too busy for.
 */
export async function startControl(speaker: Page, listener: Page): Promise<void> {
  const iceServers = await listener.evaluate(() => {
    const servers = window.openedPeers?.at(-1)?.getConfiguration().iceServers ?? [];
    // Addresses, but no relay, whose end may be the fault.
    const udp = servers.flatMap(({ urls }) => urls).flatMap((url) => /^turn:(.*)\?transport=udp$/.exec(url)?.[1] ?? []);
    return udp.length > 0 ? [{ urls: udp.map((address) => `stun:${address}`) }] : [];
  });
  const offer = await listener.evaluate(async (servers) => {
    const peer = new (window.BarePeerConnection ?? RTCPeerConnection)({ iceServers: servers });
    const { receiver } = peer.addTransceiver("audio", { direction: "recvonly" });
    window.controlPeer = peer;
    window.controlStream = new MediaStream([receiver.track]);
    // Chromium decodes only what an element plays, and the product's own may be given another stream.
    const element = new Audio();
    element.muted = true;
    element.srcObject = window.controlStream;
    void element.play();
    await peer.setLocalDescription();
    await new Promise<void>((gathered) => {
      const look = () => peer.iceGatheringState === "complete" && gathered();
      peer.onicegatheringstatechange = look;
      look();
    });
    return peer.localDescription?.sdp ?? "";
  }, iceServers);
  const answer = await speaker.evaluate(
    async ([sdp, servers]) => {
      const { mediaDevices } = navigator;
      // Tests replace the instance's.
      const microphone = await MediaDevices.prototype.getUserMedia.call(mediaDevices, { audio: true });
      const peer = new (window.BarePeerConnection ?? RTCPeerConnection)({ iceServers: servers });
      window.controlPeer = peer;
      for (const track of microphone.getTracks()) peer.addTrack(track);
      await peer.setRemoteDescription({ type: "offer", sdp });
      await peer.setLocalDescription();
      await new Promise<void>((gathered) => {
        const look = () => peer.iceGatheringState === "complete" && gathered();
        peer.onicegatheringstatechange = look;
        look();
      });
      return peer.localDescription?.sdp ?? "";
    },
    [offer, iceServers] as const,
  );
  await listener.evaluate((sdp) => window.controlPeer?.setRemoteDescription({ type: "answer", sdp }), answer);
}
