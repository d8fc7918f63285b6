<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="field" tilewidth="24" tileheight="24" tilecount="640" columns="16">
 <image source="field.png" width="384" height="960"/>
 <tile id="0">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="1">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="2">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="3">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="4">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="5">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="6">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="7">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="8">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="9">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="10">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="11">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="12">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="13">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="14">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="15">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="16">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="17">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="18">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="19">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="20">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="21">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="22">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="23">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="24">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="25">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="26">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="27">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="28">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="29">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="30">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="31">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="32">
  <properties>
   <property name="surface" value="grass"/>
  </properties>
 </tile>
 <tile id="33">
  <properties>
   <property name="surface" value="grass"/>
  </properties>
 </tile>
 <tile id="34">
  <properties>
   <property name="surface" value="grass"/>
  </properties>
 </tile>
 <tile id="35">
  <properties>
   <property name="surface" value="grass"/>
  </properties>
 </tile>
 <tile id="36">
  <properties>
   <property name="surface" value="grass"/>
  </properties>
 </tile>
 <tile id="37">
  <properties>
   <property name="surface" value="grass"/>
  </properties>
 </tile>
 <tile id="38">
  <properties>
   <property name="surface" value="grass"/>
  </properties>
 </tile>
 <tile id="39">
  <properties>
   <property name="surface" value="grass"/>
  </properties>
 </tile>
 <tile id="40">
  <properties>
   <property name="surface" value="grass"/>
  </properties>
 </tile>
 <tile id="41">
  <properties>
   <property name="surface" value="grass"/>
  </properties>
 </tile>
 <tile id="42">
  <properties>
   <property name="surface" value="grass"/>
  </properties>
 </tile>
 <tile id="43">
  <properties>
   <property name="surface" value="grass"/>
  </properties>
 </tile>
 <tile id="44">
  <properties>
   <property name="surface" value="grass"/>
  </properties>
 </tile>
 <tile id="45">
  <properties>
   <property name="surface" value="grass"/>
  </properties>
 </tile>
 <tile id="46">
  <properties>
   <property name="surface" value="grass"/>
  </properties>
 </tile>
 <tile id="47">
  <properties>
   <property name="surface" value="grass"/>
  </properties>
 </tile>
 <tile id="48">
  <properties>
   <property name="surface" value="water"/>
  </properties>
 </tile>
 <tile id="49">
  <properties>
   <property name="surface" value="water"/>
  </properties>
 </tile>
 <tile id="50">
  <properties>
   <property name="surface" value="water"/>
  </properties>
 </tile>
 <tile id="51">
  <properties>
   <property name="surface" value="water"/>
  </properties>
 </tile>
 <tile id="52">
  <properties>
   <property name="surface" value="water"/>
  </properties>
 </tile>
 <tile id="53">
  <properties>
   <property name="surface" value="water"/>
  </properties>
 </tile>
 <tile id="54">
  <properties>
   <property name="surface" value="water"/>
  </properties>
 </tile>
 <tile id="55">
  <properties>
   <property name="surface" value="water"/>
  </properties>
 </tile>
 <tile id="56">
  <properties>
   <property name="surface" value="water"/>
  </properties>
 </tile>
 <tile id="57">
  <properties>
   <property name="surface" value="water"/>
  </properties>
 </tile>
 <tile id="58">
  <properties>
   <property name="surface" value="water"/>
  </properties>
 </tile>
 <tile id="59">
  <properties>
   <property name="surface" value="water"/>
  </properties>
 </tile>
 <tile id="60">
  <properties>
   <property name="surface" value="water"/>
  </properties>
 </tile>
 <tile id="61">
  <properties>
   <property name="surface" value="water"/>
  </properties>
 </tile>
 <tile id="62">
  <properties>
   <property name="surface" value="water"/>
  </properties>
 </tile>
 <tile id="63">
  <properties>
   <property name="surface" value="water"/>
  </properties>
 </tile>
 <tile id="64">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="65">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="66">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="67">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="68">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="69">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="70">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="71">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="72">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="73">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="74">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="75">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="76">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="77">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="78">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="79">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="80">
  <properties>
   <property name="surface" value="metal"/>
  </properties>
 </tile>
 <tile id="81">
  <properties>
   <property name="surface" value="metal"/>
  </properties>
 </tile>
 <tile id="82">
  <properties>
   <property name="surface" value="metal"/>
  </properties>
 </tile>
 <tile id="83">
  <properties>
   <property name="surface" value="metal"/>
  </properties>
 </tile>
 <tile id="84">
  <properties>
   <property name="surface" value="metal"/>
  </properties>
 </tile>
 <tile id="85">
  <properties>
   <property name="surface" value="metal"/>
  </properties>
 </tile>
 <tile id="86">
  <properties>
   <property name="surface" value="metal"/>
  </properties>
 </tile>
 <tile id="87">
  <properties>
   <property name="surface" value="metal"/>
  </properties>
 </tile>
 <tile id="88">
  <properties>
   <property name="surface" value="metal"/>
  </properties>
 </tile>
 <tile id="89">
  <properties>
   <property name="surface" value="metal"/>
  </properties>
 </tile>
 <tile id="90">
  <properties>
   <property name="surface" value="metal"/>
  </properties>
 </tile>
 <tile id="91">
  <properties>
   <property name="surface" value="metal"/>
  </properties>
 </tile>
 <tile id="92">
  <properties>
   <property name="surface" value="metal"/>
  </properties>
 </tile>
 <tile id="93">
  <properties>
   <property name="surface" value="metal"/>
  </properties>
 </tile>
 <tile id="94">
  <properties>
   <property name="surface" value="metal"/>
  </properties>
 </tile>
 <tile id="95">
  <properties>
   <property name="surface" value="metal"/>
  </properties>
 </tile>
 <tile id="214">
  <properties>
   <property name="height" type="float" value="9.0"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="215">
  <properties>
   <property name="height" type="float" value="8.0"/>
   <property name="material" value="brick"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="216">
  <properties>
   <property name="height" type="float" value="12.0"/>
   <property name="material" value="plaster"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="217">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="224">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="225">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="226">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="227">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="228">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="229">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="230">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="231">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="232">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="233">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="234">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="235">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="236">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="237">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="238">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="240">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="241">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="242">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="243">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="244">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="245">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="246">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="247">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="248">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="249">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="250">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="251">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="252">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="253">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="254">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="256">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="257">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="258">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="259">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="260">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="261">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="262">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="263">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="264">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="265">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="266">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="267">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="268">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="269">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="270">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="276">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="277">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="278">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="288">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="289">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="290">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="295">
  <properties>
   <property name="height" type="float" value="0.6"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="296">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="297">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="298">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="299">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="300">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="301">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="302">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="303">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="304">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="305">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="306">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="312">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="313">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="314">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="315">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="316">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="317">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="318">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="319">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="320">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="321">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="322">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="334">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="335">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="336">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="337">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="338">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="350">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="351">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="352">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="353">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="354">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="366">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="367">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="382">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="383">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="384">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="385">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="386">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="387">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="388">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="389">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="390">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="391">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="392">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="393">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="394">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="395">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="396">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="397">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="398">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="399">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="400">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="401">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="402">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="403">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="404">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="405">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="406">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="407">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="408">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="409">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="410">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="411">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="412">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="413">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="414">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="415">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="422">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="423">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="430">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="431">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="438">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="439">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="446">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="447">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="454">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="455">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="462">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="463">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="470">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="471">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="478">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="479">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="480">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="481">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="482">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="483">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="484">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="485">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="486">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="487">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="496">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="497">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="498">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="499">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="500">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="501">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="502">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="503">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="518">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="519">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="534">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="535">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="550">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="551">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="566">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="567">
  <properties>
   <property name="height" type="float" value="2.3"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="578">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="concrete"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="579">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="concrete"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="580">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="concrete"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="583">
  <properties>
   <property name="height" type="float" value="0.6"/>
   <property name="material" value="hedge"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="594">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="concrete"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="595">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="concrete"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="596">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="concrete"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="610">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="concrete"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="611">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="concrete"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="612">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="concrete"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <wangsets>
  <wangset name="walls" type="corner" tile="214">
   <wangcolor name="wall_hangar" color="#4f8cff" tile="214" probability="1"/>
   <wangcolor name="wall_warehouse" color="#e0a030" tile="215" probability="1"/>
   <wangcolor name="wall_screen" color="#3fbf9f" tile="216" probability="1"/>
   <wangcolor name="wall_crane_leg" color="#b070ff" tile="217" probability="1"/>
   <wangtile tileid="214" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="215" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="216" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="217" wangid="0,4,0,4,0,4,0,4"/>
  </wangset>
 </wangsets>
</tileset>
