import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";

/**
 * The least that WebRTC needs: two pages, and a WebSocket that passes on their descriptions and candidates. No sign-in, seats
 * or TURN. Joining cannot be faster on this machine, so bench/join.ts gives the product's time as a ratio to it.
 */
const speaker = `<!doctype html><title>floor: speaker</title><script type="module">
const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
const socket = new WebSocket(location.href.replace("http", "ws"));
const peers = new Map();
socket.onmessage = async ({ data }) => {
  const { from, sdp, candidate } = JSON.parse(data);
  if (candidate) return peers.get(from)?.addIceCandidate(candidate);
  peers.get(from)?.close();
  const peer = new RTCPeerConnection();
  peers.set(from, peer);
  peer.addTrack(stream.getAudioTracks()[0], stream);
  peer.onicecandidate = (event) => event.candidate && socket.send(JSON.stringify({ to: from, candidate: event.candidate }));
  await peer.setRemoteDescription({ type: "offer", sdp });
  await peer.setLocalDescription();
  socket.send(JSON.stringify({ to: from, sdp: peer.localDescription.sdp }));
};
socket.onopen = () => { document.title = "ready"; };
</script>`;

const listener = `<!doctype html><title>floor: listener</title><audio autoplay></audio><script type="module">
const peer = new RTCPeerConnection();
peer.addTransceiver("audio", { direction: "recvonly" });
peer.ontrack = ({ track }) => { document.querySelector("audio").srcObject = new MediaStream([track]); };
const socket = new WebSocket(location.href.replace("http", "ws"));
peer.onicecandidate = ({ candidate }) => candidate && socket.send(JSON.stringify({ candidate }));
socket.onmessage = ({ data }) => {
  const { sdp, candidate } = JSON.parse(data);
  if (candidate) peer.addIceCandidate(candidate);
  else peer.setRemoteDescription({ type: "answer", sdp });
};
socket.onopen = async () => {
  await peer.setLocalDescription();
  socket.send(JSON.stringify({ sdp: peer.localDescription.sdp }));
};
</script>`;

export interface Floor {
  speakerUrl: string;
  listenerUrl: string;
  close(): void;
}

export async function startFloor(): Promise<Floor> {
  const server = createServer((request, response) => {
    response.setHeader("content-type", "text/html");
    response.end(request.url === "/speaker" ? speaker : listener);
  });
  const sockets = new WebSocketServer({ server });
  let host: WebSocket | undefined;
  const guests = new Map<string, WebSocket>();
  let count = 0;
  sockets.on("connection", (socket, request) => {
    if (request.url === "/speaker") {
      host = socket;
      socket.on("message", (data) => {
        const { to, ...message } = JSON.parse(String(data));
        guests.get(to)?.send(JSON.stringify(message));
      });
      return;
    }
    count += 1;
    const from = String(count);
    guests.set(from, socket);
    socket.on("message", (data) => host?.send(JSON.stringify({ from, ...JSON.parse(String(data)) })));
    socket.on("close", () => guests.delete(from));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const base = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    speakerUrl: `${base}/speaker`,
    listenerUrl: `${base}/listener`,
    close: () => {
      for (const socket of sockets.clients) socket.terminate();
      server.close();
    },
  };
}
